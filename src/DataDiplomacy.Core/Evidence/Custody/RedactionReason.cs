namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>Why something was removed from a copy of a record before it is shown further.</summary>
public enum RedactionReason
{
    /// <summary>It says something of persons that is not needed for what the record shows.</summary>
    PersonalData,

    /// <summary>It would lead to a witness, a victim or somebody close to them.</summary>
    WitnessSafety,

    /// <summary>It is confidential between a lawyer and a client, or work for a proceeding.</summary>
    LegalPrivilege,

    /// <summary>It is secret by the law of a state, or was given in confidence by one.</summary>
    NationalSecurity,

    /// <summary>It is a trade secret or was given under a contract that keeps it confidential.</summary>
    CommercialConfidence,

    /// <summary>It would lead to whoever gave it, or tell how it was obtained.</summary>
    SourceProtection,

    /// <summary>Another reason, which a note names.</summary>
    Other
}
