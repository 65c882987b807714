using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Indicators;

/// <summary>Reads indicator frameworks, their editions, goals and targets; they are part of the reference lists.</summary>
public sealed class FrameworkQueries(
    ReferenceData reference, TimeProvider time,
    IValidator<ListFrameworks> listValidator, IValidator<ListGoals> goalsValidator, IValidator<ListTargets> targetsValidator)
{
    public const string Sdg = "sdg";

    public PageView<FrameworkView> List(ListFrameworks request)
    {
        listValidator.Check(request);
        var framework = new FrameworkView
        {
            Code = Sdg,
            Title = reference.Sdg.Edition.Title,
            Edition = reference.Sdg.Edition.Id,
            Editions = [.. reference.SdgEditions.Select(ToView)],
        };
        return HeldList.Page([framework], f => f.Code, Cursor.Fingerprint("frameworks"), new HeldPage(request.Limit, request.Cursor, request.Count), Now);
    }

    /// <exception cref="ProblemException">The framework (404) or the edition (400) is unknown.</exception>
    public PageView<GoalView> Goals(string framework, ListGoals request)
    {
        goalsValidator.Check(request);
        Require(framework);
        var edition = EditionOf(framework, request.Edition);
        return HeldList.Page([.. edition.Goals.Select(g => ToView(g, edition.Edition))], g => g.Code,
            Cursor.Fingerprint("goals", framework, edition.Edition.Id), new HeldPage(request.Limit, request.Cursor, request.Count), Now);
    }

    /// <exception cref="ProblemException">The framework (404), the edition or a goal (400) is unknown.</exception>
    public PageView<TargetView> Targets(string framework, ListTargets request)
    {
        targetsValidator.Check(request);
        Require(framework);
        var edition = EditionOf(framework, request.Edition);
        var goals = KnownGoals(edition, request.Goal);
        var targets = edition.Targets.Where(t => goals.Count == 0 || goals.Contains(t.Goal)).Select(t => ToView(t, edition.Edition));
        return HeldList.Page([.. targets], t => t.Code,
            Cursor.Fingerprint(["targets", framework, edition.Edition.Id, .. goals]), new HeldPage(request.Limit, request.Cursor, request.Count), Now);
    }

    /// <summary>The framework in the edition, or in the one in force.</summary>
    /// <exception cref="ProblemException">The framework or the edition is unknown (400).</exception>
    public SdgFramework EditionOf(string? framework, string? edition)
    {
        if (framework is not (null or Sdg))
        {
            throw ProblemException.Invalid("framework", $"There is no framework '{framework}'; there is {Sdg}.", [Sdg]);
        }

        if (edition is null)
        {
            return reference.Sdg;
        }

        var known = reference.SdgEditions.Select(e => e.Edition.Id).ToList();
        return reference.SdgEditions.FirstOrDefault(e => e.Edition.Id == edition)
            ?? throw ProblemException.Invalid("edition", $"There is no edition '{edition}' of {Sdg} here; there are {string.Join(", ", known)}.", known);
    }

    /// <summary>Editions of the framework that have the indicator, the oldest first.</summary>
    public IReadOnlyList<string> EditionsWith(string indicator) =>
        [.. reference.SdgEditions.Where(e => e.FindIndicator(indicator) is not null).Select(e => e.Edition.Id)];

    /// <summary>The goals of a filter, each once.</summary>
    /// <exception cref="ProblemException">The edition has no such goal (400).</exception>
    public static IReadOnlyList<string> KnownGoals(SdgFramework edition, IReadOnlyCollection<string>? codes) =>
        [.. Paging.Codes(codes).Select(c => edition.FindGoal(c)?.Code ?? throw Unknown("goal", c, edition, edition.Goals.Select(g => g.Code))).Distinct(StringComparer.Ordinal)];

    /// <summary>The targets of a filter, each once.</summary>
    /// <exception cref="ProblemException">The edition has no such target (400).</exception>
    public static IReadOnlyList<string> KnownTargets(SdgFramework edition, IReadOnlyCollection<string>? codes) =>
        [.. Paging.Codes(codes).Select(c => edition.FindTarget(c)?.Code ?? throw Unknown("target", c, edition, edition.Targets.Select(t => t.Code))).Distinct(StringComparer.Ordinal)];

    private DateTime Now => Instants.Truncate(time.GetUtcNow().UtcDateTime);

    /// <exception cref="ProblemException">There is no such framework (404).</exception>
    public static void Require(string framework)
    {
        if (framework != Sdg)
        {
            throw new ProblemException(Problems.NotFound, $"There is no framework '{framework}'. GET /v1/frameworks lists them.") { Suggestions = [Sdg] };
        }
    }

    private static ProblemException Unknown(string field, string code, SdgFramework edition, IEnumerable<string> known) =>
        ProblemException.Invalid(field, $"Edition {edition.Edition.Id} of {Sdg} has no {field} '{code}'.", Nearest.To(code, known));

    private static FrameworkEditionView ToView(SdgFramework held) => new()
    {
        Id = held.Edition.Id,
        Title = held.Edition.Title,
        ValidFrom = held.Edition.ValidFrom,
        ValidTo = held.Edition.ValidTo,
        Supersedes = held.Edition.Supersedes,
        Source = held.Edition.Source,
        Goals = held.Goals.Count,
        Targets = held.Targets.Count,
        Indicators = held.Indicators.Count,
    };

    private static GoalView ToView(Goal goal, FrameworkEdition edition) =>
        new() { Code = goal.Code, Title = goal.Title, Edition = edition.Id, Framework = edition.Framework };

    private static TargetView ToView(Target target, FrameworkEdition edition) =>
        new() { Code = target.Code, Goal = target.Goal, Title = target.Title, Edition = edition.Id, Framework = edition.Framework };
}
