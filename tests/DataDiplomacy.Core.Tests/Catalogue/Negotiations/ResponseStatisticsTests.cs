using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Tests.Catalogue.Negotiations;

public sealed class ResponseStatisticsTests
{
    private static readonly DateTime Now = new(2026, 11, 30, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Invents_nothing_for_no_requests()
    {
        var none = ResponseStatistics.Of([], Now);

        (none.Requests, none.Agreed, none.Refused, none.Withdrawn, none.Pending, none.TimedOut).ShouldBe((0, 0, 0, 0, 0, 0));
        none.Acceptance.ShouldBe(new AcceptanceRate { Status = FigureStatus.NotAssessable, Decided = 0, Rate = null, Interval = null });
        none.Times.ShouldBe(new ResponseTimes { Status = FigureStatus.NotAssessable, Answered = 0, Median = null, NinetiethPercentile = null, OldestPending = null });
    }

    [Fact]
    public void Counts_how_requests_ended_and_leaves_the_open_and_the_withdrawn_out_of_the_rate()
    {
        var statistics = ResponseStatistics.Of(
        [
            Request(RequestOutcome.Agreed, 1), Request(RequestOutcome.Agreed, 2), Request(RequestOutcome.Agreed, 3), Request(RequestOutcome.Refused, 4),
            Request(RequestOutcome.TimedOut, null), Request(RequestOutcome.Withdrawn, null), Request(RequestOutcome.Pending, null)
        ], Now);

        (statistics.Requests, statistics.Agreed, statistics.Refused, statistics.Withdrawn, statistics.Pending, statistics.TimedOut).ShouldBe((7, 3, 1, 1, 1, 1));
        (statistics.Acceptance.Decided, statistics.Acceptance.Rate).ShouldBe((5, 0.6));
    }

    /// <summary>Median and 90th percentile of 1, 2, 3, 4 hours by hand: 2.5, and 3 + 0.7.</summary>
    [Fact]
    public void Gives_median_and_percentile_of_the_answered_and_the_wait_of_the_oldest_without_answer()
    {
        var statistics = ResponseStatistics.Of(
        [
            Request(RequestOutcome.Refused, 4), Request(RequestOutcome.Agreed, 1), Request(RequestOutcome.Pending, 3), Request(RequestOutcome.Agreed, 2),
            new(Now.AddDays(-9), null, RequestOutcome.Pending), new(Now.AddDays(-3), null, RequestOutcome.Pending), new(Now.AddDays(-20), null, RequestOutcome.TimedOut)
        ], Now);

        statistics.Times.ShouldBe(new ResponseTimes
        {
            Status = FigureStatus.Assessed,
            Answered = 4,
            Median = TimeSpan.FromHours(2.5),
            NinetiethPercentile = TimeSpan.FromHours(3.7),
            OldestPending = TimeSpan.FromDays(9)
        });
    }

    [Fact]
    public void Gives_the_one_time_there_is_as_median_and_percentile()
    {
        var statistics = ResponseStatistics.Of([Request(RequestOutcome.Agreed, 5)], Now);

        (statistics.Times.Median, statistics.Times.NinetiethPercentile).ShouldBe((TimeSpan.FromHours(5), TimeSpan.FromHours(5)));
    }

    [Fact]
    public void Refuses_answers_before_their_request_and_requests_of_the_future()
    {
        Should.Throw<ArgumentException>(() => ResponseStatistics.Of([Request(RequestOutcome.Agreed, -1)], Now));
        Should.Throw<ArgumentException>(() => ResponseStatistics.Of([new(Now.AddTicks(1), null, RequestOutcome.Pending)], Now));
    }

    /// <summary>Newcombe 1998 (Statistics in Medicine 17, 857-872), Table I, method 3, at the four digits printed there: 81/263, 15/148, 0/20, 1/29.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Gives_the_published_score_intervals(int successes, int total, double lower, double upper)
    {
        var interval = WilsonInterval.Of(successes, total);

        Math.Round(interval.Lower, 4).ShouldBe(lower);
        Math.Round(interval.Upper, 4).ShouldBe(upper);
    }

    [Fact]
    public void Gives_intervals_that_mirror_each_other_and_none_of_nothing()
    {
        var (all, none) = (WilsonInterval.Of(20, 20), WilsonInterval.Of(0, 20));

        (none.Lower, all.Upper).ShouldBe((0, 1));
        all.Lower.ShouldBe(1 - none.Upper, 1e-15);
        Should.Throw<ArgumentOutOfRangeException>(() => WilsonInterval.Of(0, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => WilsonInterval.Of(3, 2));
    }

    private static AnsweredRequest Request(RequestOutcome outcome, int? answeredAfterHours) =>
        new(Now.AddDays(-1), answeredAfterHours is { } hours ? Now.AddDays(-1).AddHours(hours) : null, outcome);
}
