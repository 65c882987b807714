namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>Where an archived key comes from.</summary>
public enum MailKeySource
{
    /// <summary>Somebody had kept it and entered it.</summary>
    UserImport,

    /// <summary>An archive that asked the DNS at the time.</summary>
    DnsArchive
}
