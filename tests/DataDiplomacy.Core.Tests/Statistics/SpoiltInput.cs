using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Spoils the numbers of a good input in ways that have broken statistics before.</summary>
internal static class SpoiltInput
{
    private static readonly string[] Extremes =
    [
        "0", "-0.0", "1e308", "-1e308", "1.7976931348623157e308", "5e-324", "-5e-324", "1e-300", "1", "-1", "-3", "0.5", "1e9", "2147483648",
        "-2147483649", "9007199254740993", "1e15", "-1e15", "1e-9", "0.9999999999999999", "2", "7", "100", "0.05"
    ];

    private static readonly Way[] Ways =
    [
        new("one extreme", (numbers, random) => Replace(numbers, [random.Next(numbers.Count)], _ => Extreme(random))),
        new("some extremes", (numbers, random) => Replace(numbers, Some(numbers, random), _ => Extreme(random))),
        new("the same extreme in places", (numbers, random) => ReplaceBy(numbers, Some(numbers, random), Extreme(random))),
        new("nulls in places", (numbers, random) => Replace(numbers, Some(numbers, random), _ => null)),
        new("all null", (numbers, _) => Replace(numbers, All(numbers), _ => null)),
        new("all equal", (numbers, random) => ReplaceBy(numbers, All(numbers), Extreme(random))),
        new("all extremes", (numbers, random) => Replace(numbers, All(numbers), _ => Extreme(random))),
        new("ties", (numbers, random) => Replace(numbers, All(numbers), _ => JsonValue.Create(random.Next(2)))),
        new("negated", (numbers, _) => Replace(numbers, All(numbers), number => Scaled(number, -1))),
        new("made huge", (numbers, _) => Replace(numbers, All(numbers), number => Scaled(number, 1e300))),
        new("made tiny", (numbers, _) => Replace(numbers, All(numbers), number => Scaled(number, 1e-310))),
        new("shuffled", Shuffle)
    ];

    /// <summary>Spoils inputs, parameters or both, and tells how.</summary>
    public static string Spoil(JsonObject inputs, JsonObject parameters, IReadOnlyList<string> known, Random random)
    {
        var told = new List<string>();
        if (random.Next(4) > 0) told.Add(Numbers(inputs, random));
        if (random.Next(5) == 0) told.Add(Shortened(inputs, random));
        if (random.Next(8) == 0) told.Add(Narrowed(inputs, random));
        while (known.Count > 0 && (told.Count == 0 || random.Next(3) == 0)) told.Add(Parameter(parameters, known, random));
        return string.Join(" and ", told);
    }

    private static string Numbers(JsonObject inputs, Random random)
    {
        var whole = random.Next(3) == 0;
        var field = inputs.ElementAt(random.Next(inputs.Count)).Key;
        var numbers = new List<Place>();
        Collect(whole ? inputs : inputs[field], inputs, field, numbers);
        if (numbers.Count == 0) return $"nothing in {field}";
        var way = Ways[random.Next(Ways.Length)];
        way.Apply(numbers, random);
        return $"{(whole ? "all inputs" : field)} {way.Name}";
    }

    /// <summary>Cuts all arrays alike, so that lengths still match, or one alone.</summary>
    private static string Shortened(JsonObject inputs, Random random)
    {
        var length = random.Next(4);
        var alone = random.Next(4) == 0 ? inputs.ElementAt(random.Next(inputs.Count)).Key : null;
        foreach (var (name, node) in inputs)
        {
            if (node is not JsonArray array || alone is not null && alone != name) continue;
            while (array.Count > length) array.RemoveAt(array.Count - 1);
        }
        return $"{alone ?? "all arrays"} cut to {length}";
    }

    /// <summary>Cuts the rows of all tables alike.</summary>
    private static string Narrowed(JsonObject inputs, Random random)
    {
        var width = random.Next(3);
        foreach (var row in inputs.Select(input => input.Value).OfType<JsonArray>().SelectMany(table => table.OfType<JsonArray>()))
        {
            while (row.Count > width) row.RemoveAt(row.Count - 1);
        }
        return $"rows cut to {width}";
    }

    private static string Parameter(JsonObject parameters, IReadOnlyList<string> known, Random random)
    {
        var name = known[random.Next(known.Count)];
        if (parameters[name] is JsonArray && random.Next(2) == 0)
        {
            var numbers = new List<Place>();
            Collect(parameters[name], parameters, name, numbers);
            Replace(numbers, Some(numbers, random), _ => Extreme(random));
            return $"parameter {name} in places";
        }
        parameters[name] = random.Next(5) == 0 ? null : Extreme(random);
        return $"parameter {name} {parameters[name]?.ToJsonString() ?? "null"}";
    }

    private static void Collect(JsonNode? node, JsonNode parent, object at, List<Place> numbers)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields) Collect(value, fields, name, numbers);
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++) Collect(items[i], items, i, numbers);
        }
        else if (node is null || node.GetValueKind() == JsonValueKind.Number)
        {
            numbers.Add(new Place(parent, at));
        }
    }

    private static IEnumerable<int> All(List<Place> numbers) => Enumerable.Range(0, numbers.Count);

    private static List<int> Some(List<Place> numbers, Random random)
    {
        var share = random.NextDouble();
        return [.. All(numbers).Where(_ => random.NextDouble() < share)];
    }

    private static void Replace(List<Place> numbers, IEnumerable<int> which, Func<JsonNode?, JsonNode?> by)
    {
        foreach (var i in which) numbers[i].Value = by(numbers[i].Value);
    }

    private static void ReplaceBy(List<Place> numbers, IEnumerable<int> which, JsonNode number) =>
        Replace(numbers, which, _ => number.DeepClone());

    private static void Shuffle(List<Place> numbers, Random random)
    {
        var values = numbers.Select(place => place.Value?.DeepClone()).ToArray();
        random.Shuffle(values);
        foreach (var (place, value) in numbers.Zip(values)) place.Value = value;
    }

    private static JsonNode Extreme(Random random) => Number(Extremes[random.Next(Extremes.Length)]);

    private static JsonNode? Scaled(JsonNode? number, double by)
    {
        if (number is null) return null;
        var scaled = double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture) * by;
        return Number(Math.Clamp(scaled, double.MinValue, double.MaxValue).ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>As written: -0.0 and whole numbers beyond 2^53 reach the method as they stand.</summary>
    private static JsonNode Number(string text) => JsonNode.Parse(text).ShouldNotBeNull();

    private sealed record Way(string Name, Action<List<Place>, Random> Apply);

    /// <summary>Where a number stands: a field of an object or an element of an array.</summary>
    private sealed record Place(JsonNode Parent, object At)
    {
        public JsonNode? Value
        {
            get => At is int index ? Parent[index] : Parent[(string)At];
            set
            {
                if (At is int index) Parent[index] = value;
                else Parent[(string)At] = value;
            }
        }
    }
}
