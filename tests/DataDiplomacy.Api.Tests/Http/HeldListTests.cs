using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Tests.Http;

public class HeldListTests
{
    private static readonly DateTime Now = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Items = ["1.1", "1.2", "1.10"];

    [Fact]
    public void Gives_the_pages_in_the_order_of_the_list_and_the_state_of_the_first()
    {
        var first = HeldList.Page(Items, i => i, "query", new HeldPage(2, null, "exact"), Now);
        var second = HeldList.Page(Items, i => i, "query", new HeldPage(2, first.Next, null), Now.AddDays(1));

        first.Items.ShouldBe(["1.1", "1.2"]);
        first.Total.ShouldBe(3);
        second.Items.ShouldBe(["1.10"]);
        (second.Next, second.AsOf, second.Total).ShouldBe((null, Now, null));
    }

    [Fact]
    public void Has_no_next_page_when_the_last_one_is_full()
    {
        HeldList.Page(Items, i => i, "query", new HeldPage(3, null, null), Now).Next.ShouldBeNull();
    }

    [Fact]
    public void Refuses_the_cursor_of_another_list()
    {
        var next = HeldList.Page(Items, i => i, "query", new HeldPage(1, null, null), Now).Next;

        Should.Throw<ProblemException>(() => HeldList.Page(Items, i => i, "other", new HeldPage(1, next, null), Now)).Problem.ShouldBe(Problems.InvalidCursor);
    }
}
