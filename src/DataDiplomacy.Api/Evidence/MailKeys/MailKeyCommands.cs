using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Mail;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.MailKeys;

/// <summary>Adds to the archive of signing keys. Nothing in it is changed: who knows more adds another entry.</summary>
public sealed class MailKeyCommands(IDbContextFactory<DataContext> contexts, RecordVisibility visibility, TimeProvider time, IValidator<AddMailKey> validator)
{
    public async Task<MailKeyView> AddAsync(AddMailKey request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var now = time.GetUtcNow();
        var key = new StoredMailKey
        {
            Id = "mk-" + Guid.CreateVersion7(now).ToString("N"),
            Domain = request.Domain?.ToLowerInvariant() ?? "",
            Selector = request.Selector?.ToLowerInvariant() ?? "",
            Record = KeyRecord.Read(request.Value ?? "") ?? "",
            Source = request.Source ?? default,
            SeenFrom = Instants.TryParse(request.SeenFrom, out var from) ? from : null,
            SeenUntil = Instants.TryParse(request.SeenUntil, out var until) ? until : null,
            Reference = request.Reference ?? "",
            CreatedAt = Instants.Truncate(now.UtcDateTime),
            Actor = visibility.Actor,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.MailKeys.Add(key);
        await context.SaveChangesAsync(cancellationToken);
        return MailKeyQueries.ToView(key);
    }
}
