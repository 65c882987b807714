using DataDiplomacy.Core.Standards.Sdmx;

namespace DataDiplomacy.Core.Tests.Standards.Sdmx;

/// <summary>The worked example of the specification (SDMX REST 2.2, "Data availability queries", Response Mode, 2025).</summary>
public class AvailabilityTests
{
    private static readonly string[] Dimensions = ["REF_AREA", "EMPLOYMENT", "SEX"];

    private static readonly string[][] Series = [["UK", "EMP", "M"], ["FR", "EMP", "M"], ["FR", "UEMP", "F"]];

    [Theory]
    [InlineData("FR.*.F", "", "FR | UEMP | F", "FR | UEMP | F M")]
    [InlineData("FR", "F,M", "FR | EMP UEMP | F M", "FR UK | EMP UEMP | F M")]
    [InlineData("UK", "", "UK | EMP | M", "FR UK | EMP | M")]
    [InlineData("*", "", "FR UK | EMP UEMP | F M", "FR UK | EMP UEMP | F M")]
    [InlineData("UK.UEMP", "", " |  | ", "FR | EMP | ")]
    public void Tells_what_there_is_and_what_could_be_chosen(string key, string sex, string exact, string available)
    {
        var selection = new CubeSelection(Dimensions, KeyQuery.Parse(key, Dimensions), sex.Length == 0 ? [] : [ComponentFilter.Parse("SEX", sex, ComponentType.Text)]);

        Text(Availability.Exact(Series, selection)).ShouldBe(exact);
        Text(Availability.Available(Series, selection)).ShouldBe(available);
    }

    private static string Text(IReadOnlyList<IReadOnlyList<string>> codes) => string.Join(" | ", codes.Select(c => string.Join(' ', c)));
}
