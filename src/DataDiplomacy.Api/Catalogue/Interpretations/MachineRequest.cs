using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>The request by which a computed answer is named: a path of this server and its query, read as the door reads them.</summary>
internal sealed class MachineRequest
{
    private const string Field = "target.request";

    private static readonly Dictionary<InterpretationTargetKind, (string Path, string[] Known)> Paths = new()
    {
        [InterpretationTargetKind.Trend] = ("/v1/trends", ["series", "area", "dataset", "from", "to", "asOf", "headline", "confidence"]),
        [InterpretationTargetKind.Forecast] = ("/v1/forecasts", ["series", "area", "dataset", "from", "to", "asOf", "headline", "horizon", "target", "targetDirection", "models", "scale"]),
        [InterpretationTargetKind.Progress] = ("/v1/sdg/progress", ["series", "area", "indicator", "goal", "dataset", "from", "to", "asOf", "headline", "methods", "apiBase", "zeroReplacement"]),
    };

    private readonly SortedDictionary<string, string> _values;

    private MachineRequest(string path, SortedDictionary<string, string> values) => (Path, _values) = (path, values);

    public string Path { get; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="ProblemException">It is of another path, or has a parameter that the path does not have.</exception>
    public static MachineRequest Read(InterpretationTargetKind kind, string text)
    {
        var ((path, known), parts) = (Paths[kind], text.Split('?', 2));
        if (parts[0] != path) throw Invalid($"'{parts[0]}' is not the path of a {WireNames.Of(kind)}: write {path}?series=CODE&area=CODE.");
        var values = QueryText.Read(parts.Length == 1 ? "" : parts[1]);
        foreach (var (name, value) in values)
        {
            if (!known.Contains(name) && !name.StartsWith(KnownParameters.DimensionPrefix, StringComparison.Ordinal))
                throw new ProblemException(Problems.InvalidRequest, $"{path} has no parameter '{name}' by which an answer is named. It has: {string.Join(", ", known)}, dim.<ID>.")
                {
                    Errors = new Dictionary<string, string[]> { [Field] = [$"There is no parameter '{name}'."] },
                    Suggestions = Nearest.To(name, known),
                };
            if (value.Contains('\0', StringComparison.Ordinal)) throw Invalid($"The value of '{name}' contains the character NUL (%00), which no text here has.");
        }

        return new MachineRequest(path, values);
    }

    public static ProblemException Invalid(string message) => ProblemException.Invalid(Field, message);

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public string[]? Texts(string name) => Text(name) is { } text ? [text] : null;

    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid($"{name} is '{text}', which is no number.");

    public int? Count(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid($"{name} is '{text}', which is no whole number.");

    public bool? Flag(string name) => Text(name) is not { } text ? null
        : bool.TryParse(text, out var flag) ? flag : throw Invalid($"{name} is '{text}'; it is true or false.");

    public DimensionFilters Dimensions()
    {
        var filters = new DimensionFilters();
        foreach (var (name, value) in _values.Where(v => v.Key.StartsWith(KnownParameters.DimensionPrefix, StringComparison.Ordinal)))
            filters.Add(name[KnownParameters.DimensionPrefix.Length..], [value]);
        return filters;
    }

    /// <summary>The request in one writing, with the state of the data that it was answered from: parameters in ascending order of their names.</summary>
    public string Pinned(DateTime asOf) => QueryText.Write(Path, new SortedDictionary<string, string>(_values, StringComparer.Ordinal) { ["asOf"] = Instants.Format(asOf) });
}
