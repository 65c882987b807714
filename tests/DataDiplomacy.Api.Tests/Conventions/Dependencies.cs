using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DataDiplomacy.Api.Tests.Conventions;

/// <summary>The full names of the types that a type uses: in its declaration, in its members and in its code.</summary>
internal sealed class Dependencies
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public static IReadOnlySet<string> Of(TypeDefinition type)
    {
        var dependencies = new Dependencies();
        dependencies.Add(type);
        return dependencies._names;
    }

    private void Add(TypeDefinition type)
    {
        Add(type.BaseType);
        Add(type.CustomAttributes);
        Add(type.GenericParameters);
        foreach (var implemented in type.Interfaces)
            Add(implemented.InterfaceType);
        foreach (var field in type.Fields)
            Add(field.FieldType);
        foreach (var property in type.Properties)
            Add(property.CustomAttributes);
        foreach (var method in type.Methods)
            Add(method);
        foreach (var nested in type.NestedTypes)
            Add(nested);
    }

    private void Add(MethodDefinition method)
    {
        Add(method.ReturnType);
        Add(method.CustomAttributes);
        Add(method.GenericParameters);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType);
            Add(parameter.CustomAttributes);
        }

        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Add(variable.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Add(handler.CatchType);
        foreach (var instruction in method.Body.Instructions)
            Add(instruction);
    }

    private void Add(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
            case MethodReference method:
                Add(method.DeclaringType);
                Add(method.ReturnType);
                foreach (var argument in method is GenericInstanceMethod generic ? generic.GenericArguments : [])
                    Add(argument);
                break;
        }
    }

    private void Add(IEnumerable<CustomAttribute> attributes)
    {
        foreach (var attribute in attributes)
            Add(attribute.AttributeType);
    }

    private void Add(IEnumerable<GenericParameter> parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => p.Constraints))
            Add(constraint.ConstraintType);
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    Add(argument);
                return;
            case IModifierType modified:
                Add(modified.ElementType);
                Add(modified.ModifierType);
                return;
            case TypeSpecification wrapped:
                Add(wrapped.ElementType);
                return;
            case { DeclaringType: { } outer }:
                Add(outer);
                return;
            default:
                _names.Add(type.FullName.Split('`')[0]);
                return;
        }
    }
}
