namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>Tag lists, "name=value; …", of signatures and key records (RFC 6376, 3.2, 2011). White space counts nowhere in the values used here.</summary>
internal static class MailTags
{
    /// <summary>The tags by name, or null where the list is malformed or names one twice.</summary>
    public static Dictionary<string, string>? Read(string text)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';'))
        {
            if (string.IsNullOrWhiteSpace(part)) continue;
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) return null;
            var value = string.Concat(part[(equals + 1)..].Where(each => !char.IsWhiteSpace(each)));
            if (!tags.TryAdd(part[..equals].Trim(), value)) return null;
        }
        return tags;
    }
}
