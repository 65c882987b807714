using DataDiplomacy.Api.Observations.Imports;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>Reading goes on beside the work on what was read, in order, and never longer than anyone wants it.</summary>
public sealed class ReadAheadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(12_345)]
    public async Task Gives_all_items_in_their_order(int count)
    {
        var seen = new List<int>();

        await foreach (var batch in ReadAhead.BatchesAsync(Enumerable.Range(0, count).ToAsyncEnumerable(), Stop))
            seen.AddRange(batch);

        seen.ShouldBe(Enumerable.Range(0, count));
    }

    [Fact]
    public async Task Tells_a_fault_after_all_that_was_read_before_it()
    {
        var seen = 0;

        var fault = await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (var batch in ReadAhead.BatchesAsync(FaultyAfter(2_500), Stop))
                seen += batch.Count;
        });

        fault.Message.ShouldBe("line 2501");
        seen.ShouldBe(2_500);
    }

    [Fact]
    public async Task Stops_reading_when_it_is_left_early()
    {
        var read = 0;
        var ended = new TaskCompletionSource();
        async IAsyncEnumerable<int> Endless()
        {
            try
            {
                while (true)
                {
                    await Task.Yield();
                    yield return read++;
                }
            }
            finally
            {
                ended.SetResult();
            }
        }

        await foreach (var _ in ReadAhead.BatchesAsync(Endless(), Stop))
            break;

        ended.Task.IsCompleted.ShouldBeTrue();
        read.ShouldBeLessThan(10_000);
    }

    private static async IAsyncEnumerable<int> FaultyAfter(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }

        throw new InvalidDataException("line 2501");
    }
}
