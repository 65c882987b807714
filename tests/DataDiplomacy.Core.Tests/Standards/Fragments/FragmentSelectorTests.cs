using DataDiplomacy.Core.Standards.Fragments;

namespace DataDiplomacy.Core.Tests.Standards.Fragments;

public class FragmentSelectorTests
{
    /// <summary>The first of each line are examples of RFC 7111 (section 3), RFC 5147 (section 2) and Media Fragments URI 1.0 (section 4).</summary>
    [Theory]
    [InlineData("row=5")]
    [InlineData("row=5-7")]
    [InlineData("row=5-*")]
    [InlineData("row=5-7;9;12-*")]
    [InlineData("col=4")]
    [InlineData("col=2-3")]
    [InlineData("cell=4,1")]
    [InlineData("cell=4,1-6,5")]
    [InlineData("char=100")]
    [InlineData("char=0,10")]
    [InlineData("char=10,")]
    [InlineData("line=,1")]
    [InlineData("line=10,20;length=9876,UTF-8")]
    [InlineData("xywh=160,120,320,240")]
    [InlineData("xywh=pixel:160,120,320,240")]
    [InlineData("xywh=percent:25,25,50,50")]
    [InlineData("t=10,20")]
    [InlineData("t=,20")]
    [InlineData("t=npt:10")]
    [InlineData("t=0:02:00,121.5")]
    public void Knows_what_the_standards_write(string fragment)
    {
        FragmentSelector.IsSelector(fragment, out var why).ShouldBeTrue(why);
        why.ShouldBeNull();
    }

    [Theory]
    [InlineData("row=", "row=17")]
    [InlineData("row=0", "count from 1")]
    [InlineData("row=7-5", "row=5-7")]
    [InlineData("row=a", "row=17")]
    [InlineData("cell=17", "cell=17,4")]
    [InlineData("cell=0,4", "cell=17,4")]
    [InlineData("cell=6,5-4,1", "cell=4,1-6,5")]
    [InlineData("col=-3", "col=3")]
    [InlineData("char=20,10", "char=10,20")]
    [InlineData("char=,", "char=10,20")]
    [InlineData("line=1.5", "line=10,20")]
    [InlineData("xywh=1,2,3", "left, top, width and height")]
    [InlineData("xywh=1,2,0,4", "left, top, width and height")]
    [InlineData("xywh=percent:60,0,50,10", "percent:25,25,50,50")]
    [InlineData("t=20,10", "t=10,20")]
    [InlineData("t=", "t=10,20")]
    public void Says_what_would_be_right_of_what_begins_like_a_selector(string fragment, string right)
    {
        FragmentSelector.IsSelector(fragment, out var why).ShouldBeFalse();
        why.ShouldNotBeNull().ShouldContain(right);
        why.ShouldContain($"'#{fragment}'");
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("")]
    [InlineData("rows=5")]
    [InlineData("Row=5")]
    [InlineData("source-1")]
    public void Leaves_other_fragments_alone(string fragment)
    {
        FragmentSelector.IsSelector(fragment, out var why).ShouldBeFalse();
        why.ShouldBeNull();
    }
}
