using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Tests.Catalogue;

public class AreaCodesTests
{
    [Theory]
    [InlineData("004", "4")]
    [InlineData(" 404 ", "404")]
    [InlineData("000", "0")]
    [InlineData("na", "NA")]
    [InlineData("ken", "KEN")]
    [InlineData("", "")]
    public void Writes_a_code_in_one_way(string code, string expected)
    {
        AreaCodes.Normalise(code).ShouldBe(expected);
    }
}
