using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>The signature of a package as a whole: without it, files that no event and no statement binds could be changed together with the manifests.</summary>
internal sealed class PackagedExport(PackageFiles files, BagReport bag, VerificationKey? custodian)
{
    private const string Code = "export";
    private const string Limits = "Shows who packed it and what, not that nothing was withheld.";

    private readonly List<string> _faults = [];

    public PackageCheck Check(int records)
    {
        if (files.Bytes(PackagePaths.Export) is not { } bytes) return new(Code, null, PackageVerification.Fail, $"{files.WhyNot(PackagePaths.Export)}: nobody signed the package as a whole.", Limits);
        // A tag file that the manifest does not list is not what was signed; another list of tag files never is (RFC 8493, 2.2.1).
        _faults.AddRange(files.Paths.Where(each => each.StartsWith("tagmanifest-", StringComparison.Ordinal) && each != PackagePaths.TagManifest).Order(StringComparer.Ordinal).Select(each => $"{each} is not among the files that were signed"));
        _faults.AddRange(bag.Warnings.Where(each => each is { Code: BagProblemCode.TagFileNotListed, Path: not PackagePaths.Export }).Select(each => $"{each.Path} is not among the files that were signed"));
        var said = Read(bytes, records);
        return _faults.Count > 0 || said is null
            ? new(Code, null, PackageVerification.Fail, string.Join("; ", _faults), Limits)
            : new(Code, null, PackageVerification.Pass, $"The custodian packed {said.Package} on {said.At} for {said.Actor ?? "anyone"}.", Limits);
    }

    private ExportStatement? Read(byte[] bytes, int records)
    {
        try
        {
            var envelope = DsseEnvelope.Parse(bytes);
            if (custodian is null || envelope.SignedBy([custodian]).Count == 0) _faults.Add("it is not signed by the custodian");
            if (envelope.PayloadType != ExportStatement.PayloadType) _faults.Add("it is no statement about a package");
            var said = ExportStatement.Parse(envelope.Payload);
            var found = files.Bytes(PackagePaths.TagManifest) is { } manifest ? CustodyEvent.HashOf(manifest) : "none";
            if (said.TagManifestSha256 != found) _faults.Add($"the tag manifest has the SHA-256 {found}, signed was {said.TagManifestSha256}");
            if (said.Records != records) _faults.Add($"there are {records} records, signed were {said.Records}");
            return said;
        }
        catch (FormatException error)
        {
            _faults.Add(error.Message);
            return null;
        }
    }
}
