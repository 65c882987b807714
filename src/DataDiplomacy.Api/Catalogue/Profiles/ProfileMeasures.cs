using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Changes;
using DataDiplomacy.Core.Statistics.Quality;

namespace DataDiplomacy.Api.Catalogue.Profiles;

/// <summary>Measures a version from one walk over its observations and a few statements beside it.</summary>
/// <param name="Reader">Reads the version.</param>
/// <param name="Versions">The versions of the data set up to this one, oldest first.</param>
/// <param name="Reference">The areas of the world and their groups.</param>
internal sealed record ProfileMeasures(ProfileReader Reader, IReadOnlyList<DatasetVersion> Versions, ReferenceData Reference)
{
    private const int MostAreas = 50;

    private DatasetVersion Version => Versions[^1];

    public async Task<ProfileFigures> MeasureAsync(CancellationToken cancellationToken)
    {
        var tally = new ProfileTally();
        await foreach (var row in Reader.RowsAsync(cancellationToken)) tally.Add(row);
        tally.End();
        var keys = await Reader.DimensionsAsync(cancellationToken);
        return new ProfileFigures
        {
            Volume = new VolumeView { Rows = tally.Rows, Values = tally.Values, Bytes = Version.Bytes, Series = tally.Series, Areas = tally.Areas.Count, Keys = tally.Keys },
            Velocity = Velocity(tally),
            Variety = await VarietyAsync(tally, keys, cancellationToken),
            Veracity = await VeracityAsync(tally, cancellationToken),
            NotHeard = await NotHeardAsync(tally, keys, cancellationToken),
        };
    }

    private VelocityView Velocity(ProfileTally tally)
    {
        var recorded = Versions.ToDictionary(v => v.Number, v => DateOnly.FromDateTime(v.RecordedAt).DayNumber);
        var late = tally.Newest.Select(n => (double)(recorded[n.FromVersion] - DayOf(n.PeriodEnd).DayNumber)).ToList();
        var intervals = Versions.Skip(1).Zip(Versions, (later, earlier) => (later.RecordedAt - earlier.RecordedAt).TotalDays).ToList();
        string?[] reasons = [intervals.Count == 0 ? "There is one version: nothing lies between." : null, tally.Values == 0 ? "No observation has a value." : null];
        return new VelocityView
        {
            MedianIntervalDays = Quantiles.Of(intervals, 0.5),
            Lateness = new LatenessView { MedianDays = Quantiles.Of(late, 0.5), P95Days = Quantiles.Of(late, 0.95), Keys = late.Count },
            LastPeriod = tally.Last is { } last ? TimePeriod.FromCode(last.Period).ToString() : null,
            AgeDays = tally.Last is { } end ? recorded[Version.Number] - DayOf(end.End).DayNumber : null,
            Reason = reasons.Any(r => r is not null) ? string.Join(' ', reasons.OfType<string>()) : null,
        };
    }

    private async Task<VarietyView> VarietyAsync(ProfileTally tally, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var attributes = await Reader.AttributesAsync(tally.Attributes.Keys, cancellationToken);
        var codes = keys.SelectMany(SeriesKeyText.Parse).GroupBy(d => d.Key, d => d.Value, StringComparer.Ordinal);
        return new VarietyView
        {
            Dimensions = [.. codes.Select(g => Counted(g.Key, g.Distinct().Count())).OrderBy(c => c.Code, StringComparer.Ordinal)],
            Units = Sums(attributes.Select(a => (a.Unit, tally.Attributes[a.Id]))),
            Frequencies = [.. tally.Frequencies.Select(f => Counted(WireNames.Of(f.Key), f.Value))],
            Natures = Sums(attributes.Select(a => (a.Nature, tally.Attributes[a.Id]))),
            WithoutNature = attributes.Where(a => a.Nature is null).Sum(a => tally.Attributes[a.Id]),
            Languages = null,
        };
    }

    private async Task<VeracityView> VeracityAsync(ProfileTally tally, CancellationToken cancellationToken)
    {
        var import = await Reader.ImportAsync(cancellationToken);
        return new VeracityView
        {
            Missing = [.. tally.Missing.OrderBy(m => m.Key).Select(m => new ProfileMissingView { Reason = WireNames.Of(m.Key), Observations = m.Value, Share = (double)m.Value / tally.Rows })],
            Import = import is null ? null : new ProfileImportView
            {
                RowsRead = import.Read,
                Rejected = import.Rejected,
                RejectedShare = Share(import.Rejected, import.Read),
                Duplicates = import.Repeated,
                DuplicateShare = Share(import.Repeated, import.Read),
            },
            Outliers = new OutliersView
            {
                Rule = $"Robust z of Iglewicz and Hoaglin (1993): |value - median| / (1.4826 MAD) within its time series of {ProfileTally.LeastValues} values or more",
                Cut = RobustZ.UsualCutoff,
                JudgedKeys = tally.JudgedKeys,
                JudgedValues = tally.JudgedValues,
                Outliers = tally.Outliers,
                Share = Share(tally.Outliers, tally.JudgedValues),
            },
            FlatRuns = new FlatRunsView { LeastLength = FlatRuns.UsualLength, Runs = tally.Flat.Runs, Share = Share(tally.Flat.Values, tally.Values), Longest = tally.Flat.Longest },
            Agreement = await AgreementAsync(cancellationToken),
        };
    }

    private async Task<IReadOnlyList<PairAgreementView>> AgreementAsync(CancellationToken cancellationToken)
    {
        var differences = new SortedDictionary<string, (int Version, List<double> Differences)>(StringComparer.Ordinal);
        await foreach (var pair in Reader.PairsAsync(cancellationToken))
        {
            if (!differences.TryGetValue(pair.Dataset, out var others)) differences[pair.Dataset] = others = (pair.Version, []);
            others.Differences.Add(PairAgreement.RelativeDifference(pair.Own, pair.Other));
        }

        var agreements = new List<PairAgreementView>();
        foreach (var (dataset, (version, others)) in differences)
        {
            if (PairAgreement.Of(others) is { } found)
                agreements.Add(new PairAgreementView { Dataset = dataset, Version = version, Pairs = found.Pairs, EqualShare = found.EqualShare, MedianRelativeDifference = found.MedianDifference });
        }

        return agreements;
    }

    private async Task<NotHeardView> NotHeardAsync(ProfileTally tally, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var codes = await Reader.AreaCodesAsync(cancellationToken);
        var heard = tally.AreasWithValue.Select(a => codes[a]).ToHashSet(StringComparer.Ordinal);
        var countries = Reference.Areas.Where(a => a is { Type: AreaType.Country, Listed: true }).Select(a => a.Code).ToList();
        var groups = Reference.AreaGroups.Where(g => g.Members.Any(heard.Contains)).Select(g => Unheard(g.Code, g.Name, g.Members, heard));
        return new NotHeardView
        {
            World = Unheard("1", "World", countries, heard),
            Groups = [.. groups.OrderByDescending(g => (double)g.WithoutValue / g.Members).ThenBy(g => g.Code, SdgCode.NaturalOrder)],
            Breakdowns = [.. Breakdowns.Unheard(keys).Select(b => b.Name)],
        };
    }

    private static UnheardAreasView Unheard(string code, string name, IReadOnlyCollection<string> members, HashSet<string> heard)
    {
        var without = members.Where(m => !heard.Contains(m)).Order(SdgCode.NaturalOrder).ToList();
        return new UnheardAreasView { Code = code, Name = name, Members = members.Count, WithoutValue = without.Count, Areas = [.. without.Take(MostAreas)] };
    }

    private static IReadOnlyList<ProfileCountView> Sums(IEnumerable<(string? Code, long Count)> counts) =>
        [.. counts.Where(c => c.Code is not null).GroupBy(c => c.Code ?? "", StringComparer.Ordinal).Select(g => Counted(g.Key, g.Sum(c => c.Count))).OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal)];

    private static ProfileCountView Counted(string code, long count) => new() { Code = code, Count = count };

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static DateOnly DayOf(int code) => new(code / 10_000, code / 100 % 100, code % 100);
}
