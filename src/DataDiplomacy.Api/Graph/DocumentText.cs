using GraphQLParser.AST;

namespace DataDiplomacy.Api.Graph;

/// <summary>The strings that a document holds once its escapes are read.</summary>
internal static class DocumentText
{
    public static void Require(GraphQLArguments? arguments)
    {
        foreach (var argument in arguments?.Items ?? []) Require(argument.Value);
    }

    public static void Require(GraphQLValue? value)
    {
        switch (value)
        {
            case GraphQLStringValue text:
                DocumentGuard.RequireText(text.Value);
                break;
            case GraphQLListValue list:
                foreach (var item in list.Values ?? []) Require(item);
                break;
            case GraphQLObjectValue input:
                foreach (var field in input.Fields ?? []) Require(field.Value);
                break;
        }
    }
}
