using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Core.Tests.Standards.Prov;

/// <summary>What is left of statements for those who may not know of everything in them; what PROV-DM (W3C Recommendation, 2013, section 5) requires is worked out by hand.</summary>
public sealed class ProvWithoutTests
{
    [Theory]
    [InlineData(ProvKind.Generation, "r; e, HIDDEN, 2026-11-01T10:00:00Z", "-; e, -, 2026-11-01T10:00:00Z")]
    [InlineData(ProvKind.Generation, "r; HIDDEN, a, -", null)]
    [InlineData(ProvKind.Usage, "r; a, HIDDEN, -", "-; a, -, -")]
    [InlineData(ProvKind.Communication, "r; a, HIDDEN", null)]
    [InlineData(ProvKind.Start, "r; a, HIDDEN, b, -", "-; a, -, b, -")]
    [InlineData(ProvKind.End, "r; a, e, HIDDEN, -", "r; a, e, -, -")]
    [InlineData(ProvKind.Invalidation, "r; e, HIDDEN, -", "-; e, -, -")]
    [InlineData(ProvKind.Derivation, "r; e, HIDDEN, a, g, u", null)]
    [InlineData(ProvKind.Derivation, "r; e, f, HIDDEN, g, u", "r; e, f, -, -, -")]
    [InlineData(ProvKind.Derivation, "r; e, f, a, g, HIDDEN", "r; e, f, a, g, -")]
    [InlineData(ProvKind.Derivation, "HIDDEN; e, f, a, g, u", "-; e, f, a, g, u")]
    [InlineData(ProvKind.Attribution, "r; e, HIDDEN", null)]
    [InlineData(ProvKind.Association, "r; a, HIDDEN, p", "-; a, -, p")]
    [InlineData(ProvKind.Association, "r; a, b, HIDDEN", "r; a, b, -")]
    [InlineData(ProvKind.Delegation, "r; b, HIDDEN, a", null)]
    [InlineData(ProvKind.Delegation, "r; b, c, HIDDEN", "r; b, c, -")]
    [InlineData(ProvKind.Influence, "r; e, HIDDEN", null)]
    [InlineData(ProvKind.Specialization, "r; e, HIDDEN", null)]
    [InlineData(ProvKind.Mention, "r; e, f, HIDDEN", null)]
    public void Leaves_out_what_is_withheld_and_says_nothing_where_it_is_required(ProvKind kind, string statement, string? left)
    {
        Written(Of(kind, statement).Without(name => name == "HIDDEN")).ShouldBe(left);
    }

    [Fact]
    public void Keeps_attributes_but_those_that_name_what_is_withheld_or_speak_of_it()
    {
        ProvAttribute[] attributes = [new(ProvNames.Role, new ProvValue("author")), new("about", ProvValue.Name("HIDDEN")), new("note", new ProvValue("HIDDEN"))];
        var association = Of(ProvKind.Association, "r; a, b, p") with { Attributes = attributes };

        association.Without(name => name == "HIDDEN")?.Attributes.ShouldBe([attributes[0], attributes[2]]);
        association.Without(name => name == "p")?.Attributes.ShouldBe(attributes);
        association.Without(name => name == "b")?.Attributes.ShouldBeEmpty();
        association.Without(_ => false)?.CanonicalText().ShouldBe(association.CanonicalText());
    }

    [Fact]
    public void Says_nothing_of_a_thing_that_is_withheld()
    {
        ProvStatement.Element(ProvKind.Entity, "HIDDEN").Without(name => name == "HIDDEN").ShouldBeNull();
        ProvStatement.Element(ProvKind.Entity, "e").Without(name => name == "HIDDEN").ShouldNotBeNull();
    }

    private static ProvStatement Of(ProvKind kind, string text)
    {
        var (id, arguments) = (text.Split("; ")[0], text.Split("; ")[1].Split(", "));
        return ProvStatement.Relation(kind, id, [.. arguments.Select(a => a == "-" ? null : a)]);
    }

    private static string? Written(ProvStatement? statement) => statement is null ? null : $"{statement.Id ?? "-"}; {string.Join(", ", statement.Arguments.Select(a => a ?? "-"))}";
}
