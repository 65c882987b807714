using System.Security.Cryptography;
using DataDiplomacy.Core.Evidence.Time;

namespace DataDiplomacy.Core.Tests.Evidence.Time;

public sealed class TimestampRequestTests
{
    private static readonly byte[] Hash = SHA256.HashData("abc"u8);

    [Fact]
    public void Writes_the_request_of_RFC_3161_byte_by_byte()
    {
        var request = TimestampRequest.Build(Hash, HashAlgorithmName.SHA256, [0x80, 1, 2, 3, 4, 5, 6, 7], null);

        // SEQUENCE { version 1, SEQUENCE { SEQUENCE { sha256, NULL }, hash }, nonce as a positive INTEGER, certReq TRUE }
        Convert.ToHexStringLower(request).ShouldBe(
            "3044" + "020101" + "3031" + "300d06096086480165030402010500"
            + "0420ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" + "020900" + "8001020304050607" + "0101ff");
    }

    [Fact]
    public void Refuses_a_hash_of_another_length_and_a_short_nonce()
    {
        Should.Throw<ArgumentException>(() => TimestampRequest.Build(Hash, HashAlgorithmName.SHA512, new byte[8], null)).Message.ShouldContain("32 bytes");
        Should.Throw<ArgumentException>(() => TimestampRequest.Build(Hash, HashAlgorithmName.SHA256, new byte[7], null)).Message.ShouldContain("7 bytes");
        Should.Throw<ArgumentException>(() => TimestampRequest.Build(new byte[20], HashAlgorithmName.SHA1, new byte[8], null)).Message.ShouldContain("SHA1");
    }
}
