using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>
/// What a value must be, in the few words of JSON Schema (draft 2019-09) that the schemas of the Dataspace Protocol use. Members that are not
/// named may be anything, as in those schemas.
/// </summary>
internal abstract class Shape
{
    /// <summary>Anything at all.</summary>
    public static Shape Any { get; } = new KindShape("anything", Enum.GetValues<JsonValueKind>());

    public static Shape Text { get; } = new KindShape("a text", JsonValueKind.String);

    public abstract void Check(JsonElement value, Findings findings);

    /// <summary><c>const</c> or <c>enum</c>.</summary>
    public static Shape OneOfTexts(params string[] texts) => new FixedTextShape(texts);

    /// <summary><c>pattern</c>: somewhere in the text, as JSON Schema has it (Core 6.4 of draft 2019-09: not anchored).</summary>
    public static Shape Matching(string pattern, string expected) => new PatternShape(pattern, expected);

    /// <summary><c>type</c> with several kinds.</summary>
    public static Shape Kinds(string expected, params JsonValueKind[] kinds) => new KindShape(expected, kinds);

    /// <summary><c>items</c> with <c>minItems</c>.</summary>
    public static Shape ListOf(Shape item, int atLeast = 0) => new ListShape(item, atLeast);

    /// <summary><c>contains</c> with a text.</summary>
    public static Shape ListWith(string text) => new ListWithShape(text);

    /// <summary>A shape that is described further down, or that contains itself.</summary>
    public static Shape Later(Func<Shape> shape) => new LaterShape(shape);

    /// <summary><c>oneOf</c>: exactly one holds.</summary>
    /// <param name="likely">Which one the sender meant, so that only its violations are told when none holds.</param>
    /// <param name="options">The shapes.</param>
    public static Shape ExactlyOneOf(Func<JsonElement, int> likely, params Shape[] options) => new ChoiceShape(likely, options);

    private sealed class KindShape(string expected, params JsonValueKind[] kinds) : Shape
    {
        public override void Check(JsonElement value, Findings findings)
        {
            if (!kinds.Contains(value.ValueKind)) findings.Add(Findings.Describe(value), expected);
        }
    }

    private sealed class FixedTextShape(string[] texts) : Shape
    {
        public override void Check(JsonElement value, Findings findings)
        {
            if (value.ValueKind == JsonValueKind.String && texts.Contains(value.GetString())) return;
            findings.Add(Findings.Describe(value), string.Join(" or ", texts.Select(text => $"\"{text}\"")));
        }
    }

    private sealed class PatternShape(string pattern, string expected) : Shape
    {
        // Its time grows with the text alone, whatever the text is.
        private readonly Regex _pattern = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

        public override void Check(JsonElement value, Findings findings)
        {
            if (value.ValueKind != JsonValueKind.String || !_pattern.IsMatch(value.GetString() ?? "")) findings.Add(Findings.Describe(value), expected);
        }
    }

    private sealed class ListShape(Shape item, int atLeast) : Shape
    {
        public override void Check(JsonElement value, Findings findings)
        {
            if (value.ValueKind != JsonValueKind.Array)
            {
                findings.Add(Findings.Describe(value), "an array");
                return;
            }
            if (value.GetArrayLength() < atLeast) findings.Add("an empty array", $"at least {atLeast} in it");
            var index = 0;
            foreach (var each in value.EnumerateArray()) findings.Within(index++, () => item.Check(each, findings));
        }
    }

    private sealed class ListWithShape(string text) : Shape
    {
        private readonly Shape _texts = ListOf(Text);

        public override void Check(JsonElement value, Findings findings)
        {
            _texts.Check(value, findings);
            if (value.ValueKind == JsonValueKind.Array && !value.EnumerateArray().Any(each => each.ValueKind == JsonValueKind.String && each.ValueEquals(text)))
                findings.Add("an array without it", $"\"{text}\" in it");
        }
    }

    private sealed class LaterShape(Func<Shape> shape) : Shape
    {
        public override void Check(JsonElement value, Findings findings) => shape().Check(value, findings);
    }

    private sealed class ChoiceShape(Func<JsonElement, int> likely, Shape[] options) : Shape
    {
        public override void Check(JsonElement value, Findings findings)
        {
            var attempts = options.Select(option => Try(option, value, findings)).ToList();
            var holding = attempts.Count(attempt => attempt.IsEmpty);
            if (holding == 0) findings.AddAll(attempts[likely(value)]);
            if (holding > 1) findings.Add($"what is {holding} things at once", "one of them (oneOf)");
        }

        private static Findings Try(Shape option, JsonElement value, Findings findings)
        {
            var attempt = findings.Apart();
            option.Check(value, attempt);
            return attempt;
        }
    }
}
