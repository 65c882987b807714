using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations.Progress;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>Sums up the progress of an area goal by goal.</summary>
public sealed class GoalQueries(ProgressQueries progress, ReferenceData reference, IValidator<GetGoalProgress> validator)
{
    /// <exception cref="ProblemException">The area is not known, or there are too many series.</exception>
    public async Task<GoalProgressListView> FindAsync(GetGoalProgress request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var (scopes, asOf) = await progress.AllAsync(
            new GetProgress { Area = request.Area, Goal = request.Goal, Dataset = request.Dataset, Methods = request.Methods, AsOf = request.AsOf }, format, cancellationToken);
        var byGoal = scopes.SelectMany(s => s.Series.Indicators.Select(ProgressQueries.GoalOf).Distinct().Select(goal => (Goal: goal, Scope: s)))
            .ToLookup(s => s.Goal, s => s.Scope);
        var methods = Paging.Codes(request.Methods);
        var wanted = Paging.Codes(request.Goal);
        return new GoalProgressListView
        {
            Items =
            [
                .. reference.Sdg.Goals.Where(g => byGoal.Contains(g.Code) && (wanted.Count == 0 || wanted.Contains(g.Code)))
                    .SelectMany(g => reference.ProgressRules.Where(r => methods.Count == 0 || methods.Contains(r.Method))
                        .Select(r => ToView(g.Code, g.Title, r.Method, GoalProgress.Of(r.Method, [.. byGoal[g.Code].Select(s => s.Assessments[r.Method])])))),
            ],
            AsOf = asOf,
        };
    }

    private static SdgGoalProgressView ToView(string goal, string title, string method, GoalProgress sum) => new()
    {
        Goal = goal,
        GoalTitle = title,
        Method = ProgressWords.MethodOf(method),
        Series = sum.Series,
        OnTrack = sum.Standings[ProgressStanding.OnTrack],
        SomeProgress = sum.Standings[ProgressStanding.SomeProgress],
        LittleProgress = sum.Standings[ProgressStanding.LittleProgress],
        Backwards = sum.Standings[ProgressStanding.Backwards],
        NotAssessable = sum.Standings[ProgressStanding.NotAssessable],
        MeanScore = sum.MeanScore,
        Class = sum.Class,
        Warnings = sum.Warnings,
    };
}
