using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>A member that an object has or may have.</summary>
internal readonly record struct Member(string Name, Shape Shape, bool IsNeeded)
{
    public static Member Needed(string name, Shape shape) => new(name, shape, true);

    public static Member Allowed(string name, Shape shape) => new(name, shape, false);
}

/// <summary>An object: its members, and which of them go together.</summary>
internal sealed class ObjectShape(params Member[] members) : Shape
{
    /// <summary>Exactly one of these is there: <c>oneOf</c> over <c>required</c>.</summary>
    public string[] ExactlyOne { get; init; } = [];

    /// <summary>At least one of these is there: <c>anyOf</c> over <c>required</c>.</summary>
    public string[] AtLeastOne { get; init; } = [];

    /// <summary>None of these is there: <c>not</c> over <c>required</c>.</summary>
    public string[] Never { get; init; } = [];

    /// <summary>The same with more members, or with members of the same name described more closely.</summary>
    public ObjectShape With(params Member[] more) =>
        new([.. members.Where(member => more.All(each => each.Name != member.Name)), .. more]) { ExactlyOne = ExactlyOne, AtLeastOne = AtLeastOne, Never = Never };

    /// <summary>The same where exactly one of these is there.</summary>
    public ObjectShape WithExactlyOne(params string[] names) => new(members) { ExactlyOne = names, AtLeastOne = AtLeastOne, Never = Never };

    /// <summary>The same where none of these is there.</summary>
    public ObjectShape Without(params string[] names) => new(members) { ExactlyOne = ExactlyOne, AtLeastOne = AtLeastOne, Never = names };

    public override void Check(JsonElement value, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            findings.Add(Findings.Describe(value), "an object");
            return;
        }
        foreach (var member in members) CheckMember(member, value, findings);
        CheckExactlyOne(value, findings);
        if (AtLeastOne.Length > 0 && !AtLeastOne.Any(Has(value))) findings.AddAt(AtLeastOne[0], "nothing", $"at least one of {string.Join(", ", AtLeastOne)}");
        foreach (var name in Never.Where(Has(value))) findings.AddAt(name, Findings.Describe(value.GetProperty(name)), "no such member here");
    }

    private static void CheckMember(Member member, JsonElement value, Findings findings)
    {
        if (value.TryGetProperty(member.Name, out var found)) findings.Within(member.Name, () => member.Shape.Check(found, findings));
        else if (member.IsNeeded) findings.AddAt(member.Name, "nothing", "this member");
    }

    private void CheckExactlyOne(JsonElement value, Findings findings)
    {
        var there = ExactlyOne.Where(Has(value)).ToList();
        if (ExactlyOne.Length == 0 || there.Count == 1) return;
        findings.AddAt(there.FirstOrDefault() ?? ExactlyOne[0], there.Count == 0 ? "nothing" : string.Join(" and ", there), $"exactly one of {string.Join(", ", ExactlyOne)}");
    }

    private static Func<string, bool> Has(JsonElement value) => name => value.TryGetProperty(name, out _);
}
