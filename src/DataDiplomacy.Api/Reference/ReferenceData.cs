using System.Globalization;
using CsvHelper;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Progress;

namespace DataDiplomacy.Api.Reference;

/// <summary>The lists that ship with the server: areas, the SDG framework and code lists. Read once, never changed.</summary>
public sealed class ReferenceData
{
    private readonly Dictionary<string, Area> areasByCode;
    private readonly Dictionary<string, string> unitLabels = [];

    private ReferenceData(IReadOnlyList<Area> areas, IReadOnlyList<AreaAlias> aliases)
    {
        Areas = areas;
        AreaAliases = aliases;
        AreaResolver = new AreaResolver(areas, aliases);
        areasByCode = areas.ToDictionary(a => a.Code, StringComparer.Ordinal);
    }

    /// <summary>Areas in ascending order of their M49 codes.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>Other names and codes of the areas.</summary>
    public IReadOnlyList<AreaAlias> AreaAliases { get; }

    /// <summary>Groups of areas with their members.</summary>
    public required IReadOnlyList<AreaGroup> AreaGroups { get; init; }

    /// <summary>Finds areas by code or name.</summary>
    public AreaResolver AreaResolver { get; }

    /// <summary>Editions of the SDG framework, the oldest first.</summary>
    public required IReadOnlyList<SdgFramework> SdgEditions { get; init; }

    /// <summary>The edition of the SDG framework that no other one supersedes.</summary>
    public SdgFramework Sdg => SdgEditions[^1];

    /// <summary>Series of the Global SDG Indicators Database.</summary>
    public required IReadOnlyList<SdgSeries> SdgSeries { get; init; }

    /// <summary>Published methods to assess progress towards the Sustainable Development Goals, in the order in which they are shown.</summary>
    public required IReadOnlyList<ProgressRules> ProgressRules { get; init; }

    /// <summary>Targets of series that a resolution words as a figure or a direction, by series code.</summary>
    public required IReadOnlyDictionary<string, SeriesTarget> SeriesTargets { get; init; }

    /// <summary>All code lists, the units among them as <c>UNITS</c>.</summary>
    public required IReadOnlyList<CodeLabel> Codes
    {
        get;
        init
        {
            field = value;
            unitLabels = value.Where(c => c.Codelist == "UNITS").ToDictionary(c => c.Code, c => c.Label, StringComparer.Ordinal);
        }
    }

    /// <summary>The unit of observations in words: as our list explains it, else as it was published; null when neither says.</summary>
    public string? UnitLabel(AttributeSet attributes) => UnitLabel(attributes.Unit) ?? attributes.UnitLabel;

    /// <summary>A unit in words; null when there is none or no list explains it.</summary>
    public string? UnitLabel(string? unit) => unit is null ? null : unitLabels.GetValueOrDefault(unit);

    /// <summary>Reads the embedded files.</summary>
    public static ReferenceData Load() => new(ReferenceFiles.Read("areas.csv", ReadArea), ReferenceFiles.Read("area_aliases.csv", ReadAlias))
    {
        AreaGroups = ReadGroups(),
        SdgEditions = ReadEditions(),
        SdgSeries = ReferenceFiles.Read("sdg_series.csv", ReadSeries),
        ProgressRules = ReadRules(),
        SeriesTargets = ReferenceFiles.Read("sdg_series_targets.csv", ReadTarget).ToDictionary(t => t.Series, StringComparer.Ordinal),
        Codes = [.. ReferenceFiles.Read("units.csv", ReadUnit), .. ReferenceFiles.Read("codelists.csv", ReadCode)],
    };

    /// <summary>
    /// The area with the M49 code, padded or not, or with the ISO code. A code of an existing country means that one; one that
    /// several ended countries had (CS: Czechoslovakia, later Serbia and Montenegro) means none of them. Null when there is none.
    /// </summary>
    public Area? FindArea(string code)
    {
        var normal = AreaCodes.Normalise(code);
        if (areasByCode.TryGetValue(normal, out var area))
            return area;
        var named = Areas.Where(a => a.Iso2 == normal || a.Iso3 == normal).ToList();
        return named.FirstOrDefault(a => a.Type != AreaType.Former) ?? (named.Count == 1 ? named[0] : null);
    }

    private static Area ReadArea(CsvReader row) => new()
    {
        Code = row.Text("code"),
        Iso2 = row.Optional("iso2"),
        Iso3 = row.Optional("iso3"),
        Name = row.Text("name"),
        Type = Enum.Parse<AreaType>(row.Text("type"), ignoreCase: true),
        ValidFrom = row.Day("valid_from"),
        ValidTo = row.Day("valid_to"),
        Parent = row.Optional("parent"),
        Successors = row.List("successors"),
    };

    private static AreaAlias ReadAlias(CsvReader row) => new()
    {
        Code = row.Text("code"),
        Alias = row.Text("alias"),
        Scheme = row.Text("scheme"),
        ValidFrom = row.Day("valid_from"),
        ValidTo = row.Day("valid_to"),
    };

    private static IReadOnlyList<AreaGroup> ReadGroups()
    {
        var members = ReferenceFiles.Read("area_group_members.csv", r => (Group: r.Text("group"), Area: r.Text("area")))
            .ToLookup(m => m.Group, m => m.Area);
        return ReferenceFiles.Read("area_groups.csv", row => new AreaGroup
        {
            Code = row.Text("code"),
            Name = row.Text("name"),
            Kind = Enum.Parse<AreaGroupKind>(row.Text("kind"), ignoreCase: true),
            Source = row.Text("source"),
            Edition = row.Text("edition"),
            Members = [.. members[row.Text("code")]],
        });
    }

    private static IReadOnlyList<SdgFramework> ReadEditions()
    {
        var goals = ReferenceFiles.Read("sdg_goals.csv", r => (Edition: r.Text("edition"), Value: new Goal(r.Text("code"), r.Text("title")))).ToLookup(g => g.Edition, g => g.Value);
        var targets = ReferenceFiles.Read("sdg_targets.csv", r => (Edition: r.Text("edition"), Value: new Target(r.Text("code"), r.Text("goal"), r.Text("title")))).ToLookup(t => t.Edition, t => t.Value);
        var entries = ReferenceFiles.Read("sdg_indicators.csv", r => (Edition: r.Text("edition"), Value: ReadEntry(r))).ToLookup(e => e.Edition, e => e.Value);
        return ReferenceFiles.Read("sdg_editions.csv", r =>
        {
            var edition = ReadEdition(r);
            return new SdgFramework(edition, [.. goals[edition.Id]], [.. targets[edition.Id]], [.. entries[edition.Id]]);
        });
    }

    private static FrameworkEdition ReadEdition(CsvReader row) => new()
    {
        Id = row.Text("id"),
        Framework = row.Text("framework"),
        Title = row.Text("title"),
        ValidFrom = row.Day("valid_from"),
        ValidTo = row.Day("valid_to"),
        Supersedes = row.Optional("supersedes"),
        Source = row.Text("source"),
    };

    private static IndicatorEntry ReadEntry(CsvReader row) => new()
    {
        Code = row.Text("code"),
        UnsdCode = row.Optional("unsd_code"),
        Title = row.Text("title"),
        Tier = row.Optional("tier"),
    };

    private static SdgSeries ReadSeries(CsvReader row) => new()
    {
        Code = row.Text("code"),
        Title = row.Text("title"),
        Indicators = row.List("indicators"),
        Unit = row.Optional("unit"),
        Direction = row.Optional("direction") is { } direction ? Enum.Parse<DesiredDirection>(direction, ignoreCase: true) : null,
        Custodian = row.Optional("custodian"),
        Release = row.Text("release"),
    };

    private static IReadOnlyList<ProgressRules> ReadRules()
    {
        var bands = ReferenceFiles.Read("sdg_progress_bands.csv", r => (Method: r.Text("method"), When: r.Text("when"), Band: ReadBand(r)))
            .ToLookup(b => (b.Method, b.When), b => b.Band);
        return ReferenceFiles.Read("sdg_progress_methods.csv", row => new ProgressRules
        {
            Method = row.Text("method"),
            Title = row.Text("title"),
            Version = row.Text("version"),
            Source = row.Text("source"),
            Met = row.Optional("met_class") is { } met ? new ProgressBand { Class = met, Label = row.Text("met_label"), Standing = ProgressStanding.OnTrack } : null,
            Measure = row.Text("measure"),
            WithTarget = [.. bands[(row.Text("method"), "target")]],
            WithoutTarget = [.. bands[(row.Text("method"), "no_target")]],
            MetWithin = row.Number("met_within") ?? throw new InvalidDataException("met_within is empty."),
            ZeroReplacement = row.Number("zero_replacement") ?? throw new InvalidDataException("zero_replacement is empty."),
        });
    }

    private static ProgressBand ReadBand(CsvReader row) => new()
    {
        Class = row.Text("class"),
        Label = row.Text("label"),
        Standing = Enum.Parse<ProgressStanding>(row.Text("standing")),
        AtLeast = row.Number("at_least"),
        Above = row.Number("above"),
        AtMost = row.Number("at_most"),
    };

    private static SeriesTarget ReadTarget(CsvReader row) => new()
    {
        Series = row.Text("series"),
        Direction = Enum.Parse<DesiredDirection>(row.Text("direction"), ignoreCase: true),
        Target = row.Number("target"),
        ShareOfBase = row.Number("share_of_base"),
        TargetYear = int.Parse(row.Text("target_year"), CultureInfo.InvariantCulture),
        BaseYear = int.Parse(row.Text("base_year"), CultureInfo.InvariantCulture),
        Limit = row.Number("limit"),
        Edition = row.Text("edition"),
        Source = row.Text("source"),
    };

    private static CodeLabel ReadUnit(CsvReader row) => new() { Codelist = "UNITS", Code = row.Text("code"), Label = row.Text("label") };

    private static CodeLabel ReadCode(CsvReader row) => new()
    {
        Codelist = row.Text("codelist"),
        Code = row.Text("code"),
        Label = row.Text("label"),
        IsTotal = row.Text("total") == "true",
    };
}
