namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>The rule a finding is about. The numbers in brackets are sections of RFC 8493.</summary>
public enum BagProblemCode
{
    /// <summary>There is no bagit.txt (2.1.1).</summary>
    DeclarationMissing,

    /// <summary>The bagit.txt is not the two lines it has to be, without byte order mark (2.1.1).</summary>
    DeclarationMalformed,

    /// <summary>A version other than 0.93 to 0.97 and 1.0.</summary>
    VersionUnsupported,

    /// <summary>A tag file encoding that is not read here.</summary>
    EncodingUnsupported,

    /// <summary>A tag file is not in the encoding of the declaration.</summary>
    EncodingBroken,

    /// <summary>A tag file that has to be read is longer than 16 MiB.</summary>
    TagFileTooLong,

    /// <summary>There are more than 32 manifests; none of them is read.</summary>
    TooManyManifests,

    /// <summary>There is no payload manifest (2.1.3).</summary>
    ManifestMissing,

    /// <summary>A manifest is of an algorithm that is not md5, sha1, sha256, sha384 or sha512.</summary>
    AlgorithmUnsupported,

    /// <summary>A line of a manifest is not a digest and a path (2.1.3).</summary>
    ManifestLineMalformed,

    /// <summary>A payload manifest or fetch.txt lists what is not below data/ (2.1.3, 2.2.3).</summary>
    OutsidePayload,

    /// <summary>A tag manifest lists a payload file or a tag manifest (2.2.1).</summary>
    NotATagFile,

    /// <summary>A path stands more than once in a manifest (2.1.3).</summary>
    ListedTwice,

    /// <summary>A listed file is not there (3).</summary>
    FileMissing,

    /// <summary>A payload file stands in no manifest, or from 1.0 on not in each of them (3).</summary>
    PayloadNotListed,

    /// <summary>A tag file does not stand in a tag manifest (2.2.1).</summary>
    TagFileNotListed,

    /// <summary>There is no tag manifest (2.2.1).</summary>
    TagManifestMissing,

    /// <summary>A file has another digest than the manifest tells (3).</summary>
    DigestDiffers,

    /// <summary>A file was not read, or not as long as told: its digests are not known.</summary>
    Unreadable,

    /// <summary>The same path was handed in twice.</summary>
    FileTwice,

    /// <summary>A line of bag-info.txt has no label (2.2.2).</summary>
    InfoMalformed,

    /// <summary>Payload-Oxum is not the octets and number of the payload files (2.2.2).</summary>
    OxumDiffers,

    /// <summary>A line of fetch.txt is not an address, a length and a path (2.2.3).</summary>
    FetchMalformed,

    /// <summary>A file of fetch.txt is not listed in the payload manifests (2.2.3).</summary>
    FetchNotListed,

    /// <summary>A path was written in another way than it should: leading "./" or "*", another case or Unicode form, "%" as it is.</summary>
    PathSpelling,

    /// <summary>More was found than is kept.</summary>
    TooMany,

    /// <summary>Refused: the bag has a fetch.txt.</summary>
    Fetch,

    /// <summary>Refused: a path could lead out of the bag or means something else on another system.</summary>
    UnsafePath,

    /// <summary>Refused: a path has a control character.</summary>
    ControlCharacter,

    /// <summary>Refused: two paths are one where case or Unicode form do not count, or a path is both file and folder.</summary>
    PathClash,

    /// <summary>Refused: a file is a link.</summary>
    Link,
}
