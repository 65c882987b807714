namespace DataDiplomacy.Core.Catalogue;

/// <summary>What an agent is.</summary>
public enum AgentKind
{
    /// <summary>One human being.</summary>
    Person,

    /// <summary>An organisation that is none of the others.</summary>
    Organisation,

    /// <summary>A state, or an authority of one.</summary>
    State,

    /// <summary>An intergovernmental organisation.</summary>
    Igo,

    /// <summary>A non-governmental organisation.</summary>
    Ngo,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A community, such as an indigenous people or the users of a platform.</summary>
    Community,

    /// <summary>A university or a research institute.</summary>
    Academia,

    /// <summary>The public at large.</summary>
    Public,

    /// <summary>A program that acts by itself.</summary>
    Software,
}

/// <summary>In which track of diplomacy an agent takes part.</summary>
public enum Track
{
    /// <summary>In none, or nobody said.</summary>
    None,

    /// <summary>Track I: official, between governments.</summary>
    TrackI,

    /// <summary>Track II: unofficial, between private persons and institutions.</summary>
    TrackII,
}

/// <summary>How science and diplomacy meet in an agent (Royal Society and AAAS, New Frontiers in Science Diplomacy, 2010).</summary>
public enum ScienceDiplomacy
{
    /// <summary>They do not, or nobody said.</summary>
    None,

    /// <summary>Science informs foreign policy.</summary>
    ScienceInDiplomacy,

    /// <summary>Diplomacy makes international science possible.</summary>
    DiplomacyForScience,

    /// <summary>Science improves relations between states.</summary>
    ScienceForDiplomacy,
}

/// <summary>What an agent is to data.</summary>
public enum AgentFunction
{
    /// <summary>By whose acts or devices the data come into being.</summary>
    Generator,

    /// <summary>Whom the data are about.</summary>
    Subject,

    /// <summary>Who runs and keeps them.</summary>
    Manager,

    /// <summary>Who decides about them.</summary>
    Owner,

    /// <summary>Who pays for them.</summary>
    Funder,

    /// <summary>Who works on them on behalf of another.</summary>
    Processor,

    /// <summary>Who makes them known.</summary>
    Publisher,
}
