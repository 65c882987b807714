using System.Globalization;

namespace DataDiplomacy.Api.Http;

/// <summary>Refuses values of query parameters that are no number, or neither true nor false, where those are meant.</summary>
/// <remarks>The generated code that binds parameters answers them with 400 alone, and does not say which and why.</remarks>
internal sealed class ScalarParameters
{
    private static readonly Dictionary<Type, Kind> Kinds = new()
    {
        [typeof(int)] = new("a whole number is expected", value => int.TryParse(value, CultureInfo.InvariantCulture, out _)),
        [typeof(long)] = new("a whole number is expected", value => long.TryParse(value, CultureInfo.InvariantCulture, out _)),
        [typeof(double)] = new("a number such as 1.5 is expected", value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)),
        [typeof(bool)] = new("true or false is expected", value => bool.TryParse(value, out _)),
    };

    private readonly List<(string Name, Kind Kind)> _scalars;

    private ScalarParameters(List<(string Name, Kind Kind)> scalars) => _scalars = scalars;

    /// <exception cref="NotSupportedException">A parameter has another type of value, for which nothing could be said.</exception>
    public static ScalarParameters Of(IEnumerable<(string Name, Type Type)> parameters) =>
        new([.. parameters.Where(p => p.Type.IsValueType).Select(p => (p.Name, KindOf(p.Name, Nullable.GetUnderlyingType(p.Type) ?? p.Type)))]);

    public void Check(IQueryCollection query)
    {
        foreach (var (name, kind) in _scalars)
        {
            var given = query[name];
            if (given is [null or ""] || given.Count == 0) continue;
            if (given.Count > 1) throw ProblemException.Invalid(name, $"'{name}' is given {given.Count} times: give it once.");
            if (!kind.Reads(given.ToString())) throw ProblemException.Invalid(name, $"'{given}' is not a valid {name}: {kind.Expected}.");
        }
    }

    private static Kind KindOf(string name, Type type) =>
        Kinds.GetValueOrDefault(type) ?? throw new NotSupportedException($"Query parameter '{name}' is a {type.Name}; add how it is read and what to say of what cannot be.");

    private sealed record Kind(string Expected, Func<string, bool> Reads);
}
