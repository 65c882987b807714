using DataDiplomacy.Api.Evidence.Records;

namespace DataDiplomacy.Api.Tests.Evidence;

public class PublicRecordMemoryTests
{
    [Fact]
    public void Lets_go_what_changed_longest_ago()
    {
        var memory = new PublicRecordMemory(mostRecords: 2, mostLetters: 1_000);
        memory.Put(Record("a", 1));
        memory.Put(Record("b", 2));
        memory.Put(Record("a", 3));
        var whole = memory.At(3);

        memory.Put(Record("c", 4));

        (Ids(whole), whole.IsCut).ShouldBe(("a b", false));
        (Ids(memory.At(4)), memory.At(4).IsCut).ShouldBe(("a c", true));
    }

    [Fact]
    public void Counts_characters_too()
    {
        var memory = new PublicRecordMemory(mostRecords: 10, mostLetters: 100);
        memory.Put(Record("a", 1, new string('x', 40)));
        memory.Put(Record("b", 2, new string('x', 40)));

        Ids(memory.At(2)).ShouldBe("b");
        memory.Remove("b");
        memory.Put(Record("c", 3, new string('x', 60)));
        Ids(memory.At(3)).ShouldBe("");
    }

    [Fact]
    public void Is_whole_again_after_it_was_cleared()
    {
        var memory = new PublicRecordMemory(mostRecords: 1, mostLetters: 1_000);
        memory.Put(Record("a", 1));
        memory.Put(Record("b", 2));

        memory.Clear();
        memory.Put(Record("c", 1));

        (Ids(memory.At(1)), memory.At(1).IsCut).ShouldBe(("c", false));
    }

    private static string Ids(PublicRecordsView view) => string.Join(' ', view.Records.Select(r => r.Id).Order());

    private static PublicRecordView Record(string id, long changedIndex, string title = "t") => new()
    {
        Id = id,
        Kind = default,
        Title = title,
        Case = null,
        Words = " " + title + " ",
        TitleLength = title.Length,
        ChangedIndex = changedIndex,
    };
}
