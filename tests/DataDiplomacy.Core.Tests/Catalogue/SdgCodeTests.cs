using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Tests.Catalogue;

public class SdgCodeTests
{
    [Theory]
    [InlineData("17", SdgCodeKind.Goal)]
    [InlineData("1.a", SdgCodeKind.Target)]
    [InlineData("17.19", SdgCodeKind.Target)]
    [InlineData("16.10.2", SdgCodeKind.Indicator)]
    [InlineData("13.b.1", SdgCodeKind.Indicator)]
    [InlineData("C200303", SdgCodeKind.UnsdCode)]
    [InlineData("C130b02", SdgCodeKind.UnsdCode)]
    public void Knows_what_a_code_denotes(string code, SdgCodeKind kind)
    {
        SdgCode.KindOf(code).ShouldBe(kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("18")]
    [InlineData("1.e")]
    [InlineData("1.01")]
    [InlineData("1.1.1.1")]
    [InlineData("1.1.")]
    [InlineData("1.1\n")]
    [InlineData("C01010")]
    [InlineData("SI_POV_DAY1")]
    public void Refuses_what_is_not_a_code(string code)
    {
        SdgCode.KindOf(code).ShouldBeNull();
        SdgCode.GoalOf(code).ShouldBeNull();
    }

    [Fact]
    public void Orders_numbers_by_value_and_before_letters()
    {
        string[] codes = ["1.a.1", "10.1.1", "1.10.1", "1.2.1", "2.1", "1", "1.2"];

        codes.Order(SdgCode.NaturalOrder).ShouldBe(["1", "1.2", "1.2.1", "1.10.1", "1.a.1", "2.1", "10.1.1"]);
    }

    [Fact]
    public void Takes_the_goal_and_the_target_from_an_indicator()
    {
        SdgCode.GoalOf("11.b.2").ShouldBe("11");
        SdgCode.TargetOf("11.b.2").ShouldBe("11.b");
        SdgCode.TargetOf("11").ShouldBeNull();
    }
}
