using System.CommandLine;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Commands;

/// <summary>The verbs of the program. Without a verb it serves.</summary>
public static class CommandLine
{
    private static readonly string[] AboutTheProgram = ["--help", "-h", "-?", "--version"];

    /// <summary>True when the arguments begin with a word; settings for the server begin with a dash or have an equals sign.</summary>
    /// <remarks>A word that is no verb is refused with the verbs there are: a mistyped verb must not start a server.</remarks>
    public static bool IsVerb(string[] args) =>
        args is [var first, ..] && (AboutTheProgram.Contains(first, StringComparer.Ordinal) || !(first.StartsWith('-') || first.StartsWith('/') || first.Contains('=')));

    public static Task<int> RunAsync(string[] args) => Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    private static RootCommand Root() => new("DataDiplomacy: data with provenance for diplomacy. Without a verb it serves; settings come from the environment and appsettings.json.")
    {
        Import(), Migrate(), Key(), Schema(), Backup(), Fsck(),
    };

    private static Command Import()
    {
        var dataset = new Option<string>("--dataset") { Required = true, Description = "Id of the data set." };
        var format = new Option<string>("--format") { Required = true, Description = $"Layout of the files: {string.Join(", ", ImportFormats.Names)}." };
        var recordedAt = new Option<string?>("--recorded-at") { Description = "Transaction time of a historic vintage, such as 2019-03-31." };
        var mode = new Option<string?>("--mode") { Description = $"What the file says about what it lacks: {string.Join(", ", WireNames.All<ImportMode>())}." };
        var mapping = new Option<string?>("--mapping") { Description = "For csv: which column holds what, as JSON." };
        var note = new Option<string?>("--note") { Description = "Why this version is made." };
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Files, plain or gzip; each becomes a version." };
        var command = new Command("import", "Imports files as new versions of a data set.") { dataset, format, recordedAt, mode, mapping, note, files };
        command.SetAction((parsed, cancellationToken) => ImportCommand.RunAsync(
            new StartImport
            {
                Id = parsed.GetRequiredValue(dataset),
                Format = parsed.GetValue(format),
                RecordedAt = parsed.GetValue(recordedAt),
                Mode = parsed.GetValue(mode),
                Mapping = parsed.GetValue(mapping),
                ChangeNote = parsed.GetValue(note),
            },
            parsed.GetRequiredValue(files), cancellationToken));
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Brings the database to the state that this version of the program needs.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = await VerbHost.StartAsync(cancellationToken);
            await Console.Out.WriteLineAsync("The database is up to date.");
            return 0;
        });
        return command;
    }

    private static Command Key()
    {
        var role = new Option<string>("--role") { Required = true, Description = $"What the key may do: {string.Join(", ", WireNames.All<Role>())}." };
        var name = new Option<string>("--name") { Required = true, Description = "Who holds it; shown in provenance." };
        var expires = new Option<string?>("--expires") { Description = "Instant or date from which it no longer works." };
        var onlyCase = new Option<string?>("--case") { Description = "The only case it may see." };
        var origins = new Option<string[]>("--origins") { AllowMultipleArgumentsPerToken = true, Description = "Browser origins from which alone it works, such as https://dash.example." };
        var create = new Command("create", "Issues a key and prints it, this once only.") { role, name, expires, onlyCase, origins };
        create.SetAction((parsed, cancellationToken) => KeyCommand.CreateAsync(
            parsed.GetRequiredValue(role),
            new CreateKey
            {
                Name = parsed.GetRequiredValue(name),
                Role = default,
                ExpiresAt = parsed.GetValue(expires),
                Case = parsed.GetValue(onlyCase),
                Origins = parsed.GetValue(origins),
            },
            cancellationToken));
        var id = new Argument<string>("ID") { Description = "The key, by the id that GET /v1/keys lists." };
        var revoke = new Command("revoke", "Revokes a key for good.") { id };
        revoke.SetAction((parsed, cancellationToken) => KeyCommand.RevokeAsync(parsed.GetRequiredValue(id), cancellationToken));
        return new Command("key", "Issues and revokes API keys.") { create, revoke };
    }

    private static Command Backup()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "New file for the copy." };
        var command = new Command("backup", "Copies the SQLite database as it stands, while the server goes on.") { file };
        command.SetAction((parsed, cancellationToken) => BackupCommand.RunAsync(parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static Command Fsck()
    {
        var removes = new Option<bool>("--remove-orphans") { Description = "If everything holds, destroy contents and keys that belong to no record and are older than 24 hours." };
        var command = new Command("fsck", "Works the whole ledger out again (log, custody, contents, versions), says where it does not hold, and lists contents and keys that belong to no record.") { removes };
        command.SetAction((parsed, cancellationToken) => FsckCommand.RunAsync(parsed.GetValue(removes), cancellationToken));
        return command;
    }

    private static Command Schema()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Where openapi.v1.json and schema.graphql are written." };
        var command = new Command("schema", "Writes the OpenAPI document and the GraphQL schema.") { folder };
        command.SetAction((parsed, cancellationToken) => SchemaCommand.RunAsync(parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }
}
