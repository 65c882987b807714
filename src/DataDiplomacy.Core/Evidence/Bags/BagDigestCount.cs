namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>How many files have the digests of an algorithm that the manifests tell.</summary>
/// <param name="Algorithm">As "sha256".</param>
/// <param name="PayloadFiles">Files of the payload manifest that agree.</param>
/// <param name="TagFiles">Files of the tag manifest that agree.</param>
public sealed record BagDigestCount(string Algorithm, int PayloadFiles, int TagFiles);
