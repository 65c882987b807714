using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Statistics;

/// <summary>Describes the statistical methods and runs them on numbers that the caller sends.</summary>
public sealed class StatisticsQueries(IValidator<ListStatistics> listValidator, IValidator<RunStatistic> runValidator)
{
    private static readonly string Query = Cursor.Fingerprint("statistics");

    /// <summary>The methods, by identifier. The list is part of the program and has one state only.</summary>
    public PageView<StatisticalMethodView> List(ListStatistics request)
    {
        listValidator.Check(request);
        var after = Cursor.Decode(request.Cursor, Query, keyParts: 1)?.After[0];
        var rest = StatisticalMethods.All.Where(m => string.CompareOrdinal(m.Id, after) > 0).ToList();
        var page = rest.Take(request.Limit ?? Paging.DefaultLimit).Select(ToView).ToList();
        var cursors = page.Select(m => CursorAfter(m.Id)).ToList();
        return new PageView<StatisticalMethodView>
        {
            Items = page,
            Next = rest.Count > page.Count ? cursors[^1] : null,
            Cursors = cursors,
            Total = request.Count is null ? null : StatisticalMethods.All.Count,
        };
    }

    /// <summary>The method, or null when there is none.</summary>
    public static StatisticalMethodView? Find(string method) => StatisticalMethods.Find(method) is { } found ? ToView(found) : null;

    /// <summary>Runs a method; null when there is none with that identifier.</summary>
    /// <exception cref="ProblemException">An input is at fault; the problem names the element.</exception>
    public StatisticView? Run(string method, RunStatistic request)
    {
        runValidator.Check(request);
        if (StatisticalMethods.Run(method, request.Inputs, request.Parameters) is not { } run)
        {
            return null;
        }

        return run.Result is { } result ? ToView(run, result) : throw Refuse(run.Error);
    }

    /// <summary>Identifiers that a mistyped one may have meant.</summary>
    public static IReadOnlyList<string> Near(string method) => Nearest.To(method, StatisticalMethods.All.Select(m => m.Id));

    private static string CursorAfter(string id) =>
        new Cursor { Query = Query, AsOf = DateTime.UnixEpoch, Sequence = 0, After = [id] }.Encode();

    private static ProblemException Refuse(StatisticalInputError? error)
    {
        if (error is null)
        {
            throw new InvalidOperationException("A run without a result must tell its error.");
        }

        return error.TooLarge
            ? new ProblemException(Problems.TooLarge, error.Message) { Errors = new Dictionary<string, string[]> { [error.Field] = [error.Message] } }
            : ProblemException.Invalid(error.Field, error.Message);
    }

    private static StatisticView ToView(StatisticalRun run, JsonObject result)
    {
        var figures = JsonSerializer.SerializeToElement(result).EnumerateObject().ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        figures.Remove("defined", out var defined);
        var reason = figures.Remove("reason", out var why) ? why.GetString() : null;
        return new StatisticView
        {
            Defined = defined.GetBoolean(),
            Reason = reason,
            Figures = figures,
            Meta = new StatisticMetaView { Method = run.Method, Version = run.Version, NUsed = run.NUsed, NDropped = run.NDropped, Warnings = run.Warnings },
        };
    }

    private static StatisticalMethodView ToView(StatisticalMethod method) => new()
    {
        Id = method.Id,
        Title = method.Title,
        Version = method.Version,
        Summary = method.Summary,
        Formula = method.Formula,
        Source = method.Source,
        Limits = method.Limits,
        DoNotTrustWhen = method.DoNotTrustWhen,
        Inputs = method.Inputs,
        Parameters = method.Parameters,
        Outputs = method.Outputs,
    };
}
