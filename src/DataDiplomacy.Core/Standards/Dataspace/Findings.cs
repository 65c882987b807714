using System.Globalization;
using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>Collects violations and knows the path at which the check stands.</summary>
internal sealed class Findings
{
    private const int LongestFound = 80;

    private readonly List<string> _path;
    private readonly List<DataspaceViolation> _violations = [];

    public Findings() => _path = [];

    private Findings(Findings at) => _path = [.. at._path];

    public IReadOnlyList<DataspaceViolation> Violations => _violations;

    public bool IsEmpty => _violations.Count == 0;

    /// <summary>Findings of an attempt at the same place, which may be thrown away.</summary>
    public Findings Apart() => new(this);

    public void Add(string found, string expected)
    {
        if (_violations.Count < DataspaceLimits.MaxViolations) _violations.Add(new(string.Concat(_path), found, expected));
    }

    public void AddAt(string name, string found, string expected) => Within(name, () => Add(found, expected));

    public void AddAll(Findings attempt)
    {
        foreach (var violation in attempt._violations.Take(DataspaceLimits.MaxViolations - _violations.Count)) _violations.Add(violation);
    }

    public void Within(int index, Action check) => Within(index.ToString(CultureInfo.InvariantCulture), check);

    public void Within(string name, Action check)
    {
        _path.Add("/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        check();
        _path.RemoveAt(_path.Count - 1);
    }

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"\"{Cut(value.GetString() ?? "")}\"",
        _ => Cut(value.GetRawText())
    };

    private static string Cut(string text) => text.Length <= LongestFound ? text : text[..LongestFound] + "…";
}
