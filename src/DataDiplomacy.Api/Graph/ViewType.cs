using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json.Serialization;
using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>A view record as a graph type: its properties, with the names and the XML comments they have at the REST door.</summary>
/// <remarks>
/// Dictionaries have no form in GraphQL and are left out; a slice adds them by hand in a class derived from this one.
/// What JSON never shows is for the server itself and is left out here too.
/// A property <c>Id</c> that is text is an <c>ID</c>.
/// </remarks>
public class ViewType<TView> : AutoRegisteringObjectGraphType<TView>
    where TView : notnull
{
    public ViewType()
    {
    }

    /// <param name="leftOut">Properties that the derived class adds in another form, or not at all.</param>
    protected ViewType(params Expression<Func<TView, object?>>[] leftOut)
        : base(leftOut)
    {
    }

    protected override void ConfigureGraph()
    {
        Name = GraphNames.OfView(typeof(TView));
        Description ??= XmlComments.Of(typeof(TView));
        base.ConfigureGraph();
    }

    protected override IEnumerable<MemberInfo> GetRegisteredMembers() => base.GetRegisteredMembers()
        .OfType<PropertyInfo>()
        .Where(property => property.GetMethod is { IsStatic: false } && !IsDictionary(property.PropertyType) && !IsHidden(property));

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is not null) field.Description ??= XmlComments.Of(memberInfo);
        return field;
    }

    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo)
    {
        var information = base.GetTypeInformation(memberInfo);
        if (memberInfo.Name == "Id" && information.Type == typeof(string) && !information.IsList) information.GraphType = typeof(IdGraphType);
        return information;
    }

    private static bool IsHidden(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition is JsonIgnoreCondition.Always;

    private static bool IsDictionary(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type) || IsGenericDictionary(type) || Array.Exists(type.GetInterfaces(), IsGenericDictionary);

    private static bool IsGenericDictionary(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || type.GetGenericTypeDefinition() == typeof(IDictionary<,>));
}
