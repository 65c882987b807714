using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>A time-stamping authority (RFC 3161, 3.4) of this machine: openssl answers, a small server carries requests to it.</summary>
public sealed class OpensslAuthority : IDisposable
{
    private const string Configuration = """
        [req]
        distinguished_name=dn
        [dn]
        [ca_ext]
        basicConstraints=critical,CA:TRUE
        keyUsage=critical,keyCertSign,cRLSign
        [tsa_ext]
        basicConstraints=critical,CA:FALSE
        keyUsage=critical,digitalSignature
        extendedKeyUsage=critical,timeStamping
        subjectKeyIdentifier=hash
        authorityKeyIdentifier=keyid
        [tsa1]
        serial=./tsaserial
        crypto_device=builtin
        signer_cert=./tsa.crt
        certs=./ca.crt
        signer_key=./tsa.key
        signer_digest=sha256
        default_policy=1.3.6.1.4.1.55555.1.1
        digests=sha256,sha384,sha512
        accuracy=secs:1
        clock_precision_digits=3
        ordering=yes
        tsa_name=yes
        ess_cert_id_chain=no
        ess_cert_id_alg=sha256

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("authority-").FullName;
    private readonly SemaphoreSlim _serial = new(1);
    private readonly WebApplication _server;

    public OpensslAuthority()
    {
        File.WriteAllText(Path.Combine(_folder, "tsa.cnf"), Configuration);
        File.WriteAllText(Path.Combine(_folder, "tsaserial"), "01\n");
        Run("req -new -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt -days 3650 -subj /CN=Test-Root -extensions ca_ext -config tsa.cnf");
        Run("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr -subj /CN=Test-Authority -config tsa.cnf");
        Run("x509 -req -in tsa.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -extfile tsa.cnf -extensions tsa_ext -out tsa.crt");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapPost("/", StampAsync);
        _server.StartAsync().GetAwaiter().GetResult();
    }

    /// <summary>Whether this machine has openssl.</summary>
    public static bool IsAvailable { get; } = Find();

    /// <summary>Whether it answers 503.</summary>
    public bool IsDown { get; set; }

    public string Url => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Single() ?? "";

    public string Roots => Path.Combine(_folder, "ca.crt");

    /// <summary>Checks with openssl alone.</summary>
    /// <returns>The exit code.</returns>
    public int Verify(byte[] data, byte[] stamp, bool isToken)
    {
        File.WriteAllBytes(Path.Combine(_folder, "data"), data);
        File.WriteAllBytes(Path.Combine(_folder, "stamp"), stamp);
        return Execute($"ts -verify {(isToken ? "-token_in " : "")}-data data -in stamp -CAfile ca.crt");
    }

    public void Dispose()
    {
        ((IDisposable)_server).Dispose();
        _serial.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IResult> StampAsync(HttpRequest request)
    {
        if (IsDown)
            return Results.StatusCode(503);
        await _serial.WaitAsync();
        try
        {
            await using (var query = File.Create(Path.Combine(_folder, "query")))
                await request.Body.CopyToAsync(query);
            Run("ts -reply -config tsa.cnf -section tsa1 -queryfile query -out reply");
            return Results.Bytes(await File.ReadAllBytesAsync(Path.Combine(_folder, "reply")), "application/timestamp-reply");
        }
        finally
        {
            _serial.Release();
        }
    }

    private void Run(string arguments) => Execute(arguments).ShouldBe(0, "openssl " + arguments);

    private int Execute(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("openssl was not started.");
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static bool Find()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", "version") { RedirectStandardOutput = true });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
