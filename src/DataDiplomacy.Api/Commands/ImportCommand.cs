using System.Security.Cryptography;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace DataDiplomacy.Api.Commands;

/// <summary><c>import</c>: the same import as over HTTP, with a progress bar on a terminal and plain lines elsewhere.</summary>
internal static class ImportCommand
{
    private const int ShownProblems = 20;

    public static async Task<int> RunAsync(StartImport request, IReadOnlyList<FileInfo> files, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(f => !f.Exists) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing.FullName}.");
            return 2;
        }

        await using var app = await VerbHost.StartAsync(cancellationToken);
        foreach (var file in files)
        {
            try
            {
                var isDone = await ImportAsync(app, request with { FileName = file.Name }, file, cancellationToken);
                await VerbHost.RecordAsync(app, "import", [request.Id], isDone ? 0 : 1);
                if (!isDone)
                {
                    return 1;
                }
            }
            catch (Exception e) when (ProblemHandler.Refusal(e) is { } refusal)
            {
                await Console.Error.WriteLineAsync($"{file.Name}: {refusal.Detail}");
                return 1;
            }
        }

        return 0;
    }

    private static async Task<bool> ImportAsync(WebApplication app, StartImport request, FileInfo file, CancellationToken cancellationToken)
    {
        await using var scope = VerbHost.CreateScope(app);
        var services = scope.ServiceProvider;
        services.GetRequiredService<IValidator<StartImport>>().Check(request);
        var commands = services.GetRequiredService<ImportCommands>();
        await using var context = await services.GetRequiredService<IDbContextFactory<DataContext>>().CreateDbContextAsync(cancellationToken);
        var dataset = await context.Datasets.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.Id, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{request.Id}'. Register it by POST /v1/datasets first.");
        await commands.CheckRecordedAtAsync(context, request, cancellationToken);
        var madeFrom = await services.GetRequiredService<ProvenanceSourceCommands>().TakeAsync(context, request.MadeFrom, "madeFrom", cancellationToken);
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        stream.Position = 0;
        var id = "import-" + Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow()).ToString("N");
        var import = commands.NewImport(id, request, dataset, madeFrom, sha256, stream.Length);
        var runner = services.GetRequiredService<ImportRunner>();
        await ShowProgressAsync(file.Name, p => runner.RunAsync(import, stream, p, cancellationToken));
        await ReportAsync(context, import, file.Name, cancellationToken);
        return import.State is ImportState.Succeeded && import.RowsAccepted > 0;
    }

    private static async Task ShowProgressAsync(string name, Func<IProgress<ImportProgress>, Task> run)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            await run(new PlainProgress(name));
            return;
        }

        await AnsiConsole.Progress().StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(name), maxValue: 1);
            await run(new BarProgress(task, name));
            task.Value = 1;
        });
    }

    private static async Task ReportAsync(DataContext context, Import import, string name, CancellationToken cancellationToken)
    {
        var rejected = await context.ImportRejections.AsNoTracking().Where(r => r.ImportId == import.Id)
            .OrderBy(r => r.Ordinal).Take(ShownProblems).ToListAsync(cancellationToken);
        foreach (var row in rejected)
        {
            await Console.Error.WriteLineAsync($"{name} line {row.Line}{(row.Column is null ? "" : $", {row.Column}")}: {row.Code}: {row.Detail}");
        }

        if (import.RowsRejected > rejected.Count)
        {
            await Console.Error.WriteLineAsync($"… and {import.RowsRejected - rejected.Count} more; GET /v1/imports/{import.Id}/rejected lists all.");
        }

        foreach (var warning in import.Warnings?.Split('\n') ?? [])
        {
            await Console.Error.WriteLineAsync($"{name}: {warning}");
        }

        await Console.Out.WriteLineAsync(import.State is ImportState.Succeeded
            ? $"{name}: version {import.DatasetVersion} of {import.DatasetId}. Rows: {import.RowsRead} read, {import.RowsAccepted} accepted, {import.RowsRejected} rejected, {import.RowsRepeated} repeated. "
                + $"Observations: {import.Added} added, {import.Changed} changed, {import.AttributesChanged} with changed attributes, {import.Unchanged} unchanged, {import.Withdrawn} withdrawn, {import.WithdrawalsHeld} withdrawals held."
            : $"{name}: failed ({import.FailureCode}). {import.FailureDetail} Nothing was stored but this report.");
    }

    /// <summary>A line for each tenth of the file.</summary>
    private sealed class PlainProgress(string name) : IProgress<ImportProgress>
    {
        private int _tenths = -1;

        public void Report(ImportProgress value)
        {
            var tenths = value.Phase == "publishing" ? 11 : (int)(value.Share * 10);
            if (tenths > _tenths)
            {
                _tenths = tenths;
                Console.Out.WriteLine($"{name}: {value.Phase}, {Math.Min(100, tenths * 10)} %, {value.RowsRead} rows read, {value.RowsRejected} rejected");
            }
        }
    }

    private sealed class BarProgress(ProgressTask task, string name) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.Description = Markup.Escape($"{name}: {value.Phase}, {value.RowsRead} rows");
            task.Value = value.Share;
        }
    }
}
