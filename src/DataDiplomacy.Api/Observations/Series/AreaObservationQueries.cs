using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Reads the observations of areas in series that were found before, for many areas at once.</summary>
public sealed class AreaObservationQueries(ObservationReaders readers, AuditNote note, Exports exports, ObservationQueries observations, IValidator<ListObservations> validator)
{
    /// <summary>Most observations that one batch reads.</summary>
    public const int MaxRows = 100_000;

    /// <summary>The same request as the list would get, checked before it joins a batch.</summary>
    public ListAreaObservations Ask(SeriesRef series, int area, string areaCode, ListObservations request)
    {
        validator.Check(request);
        return new ListAreaObservations(series, area, request with { Series = [series.Code], Area = [areaCode], Dataset = series.Dataset, AsOf = series.State.Asked });
    }

    /// <summary>The first page of each request, all observations where it has no limit; one statement for all.</summary>
    /// <exception cref="ProblemException">There are more than <see cref="MaxRows"/> in all.</exception>
    public async Task<IReadOnlyDictionary<ListAreaObservations, PageView<ObservationView>>> ListAsync(IReadOnlyList<ListAreaObservations> requests, CancellationToken cancellationToken)
    {
        note.AddRead(requests.Select(r => r.Series.Dataset));
        var questions = new Dictionary<string, (int Number, AreaQuestion Question)>(StringComparer.Ordinal);
        var slices = requests.Select(r => new AreaSlice(new SeriesSlice(r.Series.Id, r.Series.Dataset, r.Series.Version), r.Series.IsNewest, r.Area, NumberOf(r.Request, questions))).ToList();
        await using var reader = await readers.OpenAsync(requests.Where(r => r.Series.AsksTerms).Select(r => r.Series.Dataset), cancellationToken);
        var found = await reader.ReadAsync(
            slices, [.. questions.Values.OrderBy(q => q.Number).Select(q => q.Question)], MaxRows + 1, cancellationToken);
        var count = found.Sum(rows => rows.Count());
        await exports.CheckSizeAsync(requests.Select((r, i) => (long)Math.Min(found[i].Count(), r.Request.Limit ?? int.MaxValue)).Sum(), requests.Select(r => r.Series.Dataset), cancellationToken);
        if (count > MaxRows)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"The query asks for more than {MaxRows} observations at once. Ask for fewer areas, a shorter time, or fewer observations of each area by first."));
        }

        return requests.Select((r, i) => (Request: r, Page: PageOf(r, [.. found[i]]))).ToDictionary(p => p.Request, p => p.Page);
    }

    /// <summary>The latest of the observations that <c>latest</c> gives for the keys of an area; null without any.</summary>
    /// <exception cref="ProblemException">Several share that period: the caller must choose by dimension.</exception>
    public static ObservationView? LatestOf(PageView<ObservationView> keys)
    {
        if (keys.Items.Count == 0)
        {
            return null;
        }

        var period = keys.Items.Max(o => o.Place.Period);
        var latest = keys.Items.Where(o => o.Place.Period == period).ToList();
        return latest.Count == 1 ? latest[0] : throw DimensionChoices.Refuse([.. latest.Select(o => o.Dimensions)]);
    }

    private static int NumberOf(ListObservations request, Dictionary<string, (int Number, AreaQuestion Question)> questions)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{request.From}|{request.To}|{request.Headline}|{request.Latest}|{request.Limit}|{request.Dimensions}");
        if (!questions.TryGetValue(name, out var known))
        {
            known = (questions.Count, new AreaQuestion(ObservationScopeQueries.FilterOf(request), request.Limit));
            questions.Add(name, known);
        }

        return known.Number;
    }

    private PageView<ObservationView> PageOf(ListAreaObservations request, IReadOnlyList<(ObservationRow Row, long Total)> rows)
    {
        var (series, query) = (request.Series, ObservationPage.QueryOf(request.Request));
        var cursors = rows.Select(r => series.State.CursorAfter(query, Text(series.Id), Text(r.Row.Place.Area), Text(r.Row.Place.Key), Text(r.Row.Place.Period))).ToList();
        var total = rows.Count == 0 ? 0 : rows[0].Total;
        return new PageView<ObservationView>
        {
            Items = [.. rows.Select(r => observations.ToView(series, r.Row))],
            Next = total > rows.Count ? cursors[^1] : null,
            Cursors = cursors,
            Total = total,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
