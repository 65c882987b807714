using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Core.Tests.Observations;

public sealed class DimensionNamesTests
{
    [Theory]
    [InlineData("Sex", "SEX")]
    [InlineData("Education level", "EDUCATION_LEVEL")]
    [InlineData("[Education level]", "EDUCATION_LEVEL")]
    [InlineData("Frequency of Chlorophyll-a concentration", "FREQUENCY_OF_CHLOROPHYLL_A_CONCENTRATION")]
    [InlineData("Reporting Type", "REPORTING_TYPE")]
    [InlineData("ReportingType_Code", "REPORTING_TYPE")]
    [InlineData("Age_Code", "AGE")]
    [InlineData("Postal code", "POSTAL_CODE")]
    [InlineData("TYPE_OF_SPEED", "TYPE_OF_SPEED")]
    [InlineData("  ISO3 (alpha) ", "ISO3_ALPHA")]
    [InlineData("--", "")]
    public void Turns_a_source_column_into_upper_snake_case(string column, string id)
    {
        DimensionNames.ToId(column).ShouldBe(id);
    }

    [Theory]
    [InlineData("SEX", "BOTHSEX", true)]
    [InlineData("SEX", "FEMALE", false)]
    [InlineData("AGE", "ALLAGE", true)]
    [InlineData("LOCATION", "ALLAREA", true)]
    [InlineData("QUANTILE", "_T", true)]
    [InlineData("SUBSTANCE_USE_DISORDERS", "TOTAL", true)]
    [InlineData("TYPE_OF_SPEED", "ANYS", true)]
    [InlineData("TYPE_OF_PRODUCT", "ALP", true)]
    [InlineData("REPORTING_TYPE", "G", true)]
    [InlineData("REPORTING_TYPE", "N", false)]
    [InlineData("TYPE_OF_PRODUCT", "ANYS", false)]
    [InlineData("AGE", "G", false)]
    public void Knows_the_codes_of_totals(string dimension, string code, bool total)
    {
        TotalCodes.IsTotal(dimension, code).ShouldBe(total);
    }
}
