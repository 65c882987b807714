using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Assessments;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Packages;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>
/// What a package says of the signed statements about a record. Those that are withheld from whoever exports at the doors are withheld here too: the
/// same views decide it, so that a package cannot show a first judgement before the second is written.
/// </summary>
public sealed class PackageStatements(VerificationQueries verifications, AssessmentQueries assessments)
{
    /// <summary>The statements about a record, of those that have these leaves: they were read before, so that what comes between does not seem withheld.</summary>
    public async Task<PackedStatements> OfAsync(EvidenceRecord record, IReadOnlyList<StatementLeaf> leaves, CancellationToken cancellationToken)
    {
        if (leaves.Count == 0)
        {
            return new PackedStatements([], [], [], []);
        }

        var reports = await verifications.ListAsync(record, cancellationToken);
        var judged = (await assessments.ListAsync(record, cancellationToken)).Items;
        var packed = leaves.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        return new PackedStatements(leaves, [.. reports.Select(Of).Concat(judged.SelectMany(Of)).Where(s => packed.Contains(s.Id))], reports, judged);
    }

    /// <summary>The envelopes, and what opens their leaves.</summary>
    public static IEnumerable<PackageFile> Files(string record, PackedStatements packed)
    {
        if (packed.Opened.Count == 0)
        {
            yield break;
        }

        var opening = new JsonObject();
        foreach (var each in packed.Opened)
        {
            yield return PackageFile.Of(PackagePaths.Statement(record, each.Id), each.Envelope.GetRawText());
            var opened = new JsonObject { ["kind"] = WireNames.Of(each.Kind), ["about"] = each.About, ["disclosure"] = JsonNode.Parse(each.Disclosure.GetRawText()) };
            if (each.About is not null && packed.Leaves.All(l => l.Id != each.About))
            {
                opened["aboutOutside"] = true;
            }

            opening[each.Id] = opened;
        }

        yield return PackageFile.Of(PackagePaths.Statements(record), opening.ToJsonString());
    }

    private static PackedStatement Of(VerificationView report) => new(report.Id, StatementKind.Verification, report.Supersedes, report.Envelope, report.Disclosure);

    private static IEnumerable<PackedStatement> Of(AssessmentView assessment)
    {
        if (assessment.Proof is { Envelope: { } envelope, Disclosure: { } disclosure })
        {
            yield return new PackedStatement(assessment.Id, StatementKind.Assessment, assessment.Supersedes, envelope, disclosure);
        }

        foreach (var review in assessment.Reviews)
        {
            if (review.Proof is { Envelope: { } reviewed, Disclosure: { } opening })
            {
                yield return new PackedStatement(review.Id, StatementKind.Review, assessment.Id, reviewed, opening);
            }
        }
    }
}
