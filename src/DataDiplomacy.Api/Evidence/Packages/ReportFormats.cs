using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Evidence.Assessments;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>The report of a package for people: what it holds, what checks gave, and what analysts hold. Whatever people wrote is text in it, never markup.</summary>
public static class ReportFormats
{
    private const string NotGiven = "not given";

    /// <summary>The report as one page that needs nothing else.</summary>
    public static string Report(string name, IReadOnlyList<PackedRecord> packed, int? withheld)
    {
        var (rows, sections) = (new StringBuilder(), new StringBuilder());
        foreach (var each in packed)
        {
            rows.Append(Row(each));
            sections.Append(Section(each));
        }

        var left = withheld is { } count ? string.Create(CultureInfo.InvariantCulture, $" Withheld from whoever exported this: {count}.") : "";
        return $$"""
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>{{Text(name)}}</title>
            <style>body{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .6em;text-align:left}code{word-break:break-all}</style>
            <h1>{{Text(name)}}</h1>
            <p>{{packed.Count}} records.{{left}} Each was taken in at the time shown and is unchanged since then; what was before is not shown, nor that it is true.</p>
            <table><tr><th>Record</th><th>Kind</th><th>Title</th><th>Taken in (UTC)</th><th>Events of custody</th><th>SHA-256 of the content</th></tr>
            {{rows}}</table>
            {{sections}}<p>verify/README.txt says how to check this without us.</p>
            </html>

            """;
    }

    private static string Row(PackedRecord packed) =>
        $"<tr><td>{Text(packed.Record.Id)}</td><td>{WireNames.Of(packed.Record.Kind)}</td><td>{Text(packed.Detail?.Title ?? "erased")}</td><td>{Instants.Format(packed.Record.CreatedAt)}</td>"
        + string.Create(CultureInfo.InvariantCulture, $"<td>{packed.Events.Count}</td><td><code>{Text(packed.Detail?.Sha256 ?? "no longer available")}</code></td></tr>\n");

    private static string Section(PackedRecord packed)
    {
        var said = packed.Statements;
        var redactions = packed.Events.Where(e => e.Type is CustodyEventType.Redacted).ToList();
        if (said.Reports.Count == 0 && said.Assessments.Count == 0 && redactions.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder($"<h2>{Text(packed.Detail?.Title ?? packed.Record.Id)}</h2>\n<p>{Text(packed.Record.Id)}</p>\n");
        redactions.ForEach(r => AddRedaction(text, r));
        if (said.Reports.Count > 0)
        {
            AddChecks(text, said.Reports[^1]);
        }

        if (said.Assessments.Count > 0)
        {
            AddAssessments(text, said.Assessments);
        }

        return text.ToString();
    }

    /// <summary>What was removed and why, as the signed event says it; the first disclosure opens the leaf and says nothing for people.</summary>
    private static void AddRedaction(StringBuilder text, CustodyEventView redacted)
    {
        text.Append(CultureInfo.InvariantCulture, $"<h3>Redaction of {Instants.Format(redacted.At)}</h3>\n<table><tr><th>Said in event {redacted.Seq}</th><th></th></tr>\n");
        foreach (var disclosed in redacted.Disclosures.Skip(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(disclosed.GetProperty("n").GetString() ?? "")}</td><td>{Text(ValueOf(disclosed.GetProperty("v")))}</td></tr>\n");
        }

        foreach (var withheld in redacted.Withheld)
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(withheld.Name)}</td><td>{WhyNot(withheld.Reason)}: {WireNames.Of(withheld.Reason)}</td></tr>\n");
        }

        text.Append("</table>\n");
    }

    private static string WhyNot(WithheldReason reason) => reason is WithheldReason.ErasedRecord ? "erased with the record that it belonged to" : "withheld from whoever exported this";

    private static string ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(ValueOf)),
        JsonValueKind.Object => string.Join(": ", value.EnumerateObject().Select(m => ValueOf(m.Value))),
        JsonValueKind.Null => NotGiven,
        _ => value.ToString(),
    };

    private static void AddChecks(StringBuilder text, VerificationView report)
    {
        text.Append(CultureInfo.InvariantCulture, $"<h3>Checks of {Instants.Format(report.At)}</h3>\n<p>Report {Text(report.Id)}. Each check answers its own question; there is no score.</p>\n");
        text.Append("<table><tr><th>Check</th><th>Outcome</th><th>Why</th><th>What it does not show</th></tr>\n");
        foreach (var check in report.Checks)
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><td>{WireNames.Of(check.Code)}</td><td>{WireNames.Of(check.Outcome)}</td><td>{Text(check.Reason)}</td><td>{Text(check.Limits)}</td></tr>\n");
        }

        foreach (var check in report.NotChecked)
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><td>{WireNames.Of(check.Code)}</td><td>not run</td><td>{Text(check.Reason)}</td><td></td></tr>\n");
        }

        text.Append("</table>\n");
    }

    private static void AddAssessments(StringBuilder text, IReadOnlyList<AssessmentView> assessments)
    {
        text.Append("<h3>What analysts hold</h3>\n<p>The source is graded A to F, the information 1 to 6 (Admiralty System); F and 6 say that nobody can judge. Where analysts differ, both stand.</p>\n");
        text.Append("<table><tr><th>Claim</th><th>Status</th><th>By</th><th>Source</th><th>Information</th><th>Likelihood</th><th>Confidence</th></tr>\n");
        foreach (var assessment in assessments)
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(assessment.Claim)}</td><td>{WireNames.Of(assessment.Status)}</td><td>{Text(assessment.Author)}</td>");
            text.Append(assessment.Withheld is { } withheld ? $"<td colspan=\"4\">Withheld. {Text(withheld.Reason)}</td></tr>\n" : Grades(assessment));
            foreach (var review in assessment.Reviews)
            {
                text.Append(CultureInfo.InvariantCulture, $"<tr><td></td><td>review</td><td>{Text(review.Reviewer)}</td>").Append(Grades(review));
            }
        }

        text.Append("</table>\n");
    }

    private static string Grades(JudgementView judged) =>
        $"<td>{Grade(judged.SourceReliability, judged.Scales?.SourceReliability)}</td><td>{Grade(judged.InformationCredibility?.ToString(CultureInfo.InvariantCulture), judged.Scales?.InformationCredibility)}</td>"
        + $"<td>{(judged.Likelihood is { } band ? WireNames.Of(band) : NotGiven)}</td><td>{(judged.Confidence is { } level ? WireNames.Of(level) : NotGiven)}</td></tr>\n";

    private static string Grade(string? grade, GradeScaleView? scale) => Text(scale is null ? grade ?? NotGiven : $"{grade}: {scale.Wording}");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
