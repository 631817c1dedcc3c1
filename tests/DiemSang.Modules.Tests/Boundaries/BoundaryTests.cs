using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DiemSang.Modules.Tests.Boundaries;

/// <summary>Modules meet through their front doors, along the edges of docs/modules.md. Reads the compiled assembly, so nothing hides behind a using.</summary>
public sealed class BoundaryTests
{
    private const string Root = "DiemSang.Modules.";

    // The database context and the registration know all modules: that is their job.
    private static readonly string[] CompositionPoints = ["DiemSangDbContext", "ModulesRegistration"];

    [Fact]
    public void Modules_Mentions_FollowTheTableOfEdges()
    {
        var allowed = AllowedEdges();

        var strays = Mentions()
            .Where(mention => ModuleOf(mention.To) is { } to && to != ModuleOf(mention.From) && !allowed[ModuleOf(mention.From)!].Contains(to))
            .Select(mention => $"{mention.From} mentions {mention.To}")
            .Distinct();

        strays.ShouldBeEmpty();
    }

    [Fact]
    public void Modules_OtherModules_AreEnteredByTheFrontDoor()
    {
        var throughTheWindow = Mentions()
            .Where(mention => ModuleOf(mention.To) is { } to && to != "Shared" && to != ModuleOf(mention.From))
            .Where(mention => mention.To[(Root + ModuleOf(mention.To) + ".").Length..].Contains('.'))
            .Select(mention => $"{mention.From} mentions {mention.To}")
            .Distinct();

        throughTheWindow.ShouldBeEmpty();
    }

    [Fact]
    public void Modules_OfAspNet_UseIdentityOnly()
    {
        var web = Mentions()
            .Where(mention => mention.To.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && !mention.To.StartsWith("Microsoft.AspNetCore.Identity.", StringComparison.Ordinal))
            .Select(mention => $"{mention.From} mentions {mention.To}")
            .Distinct();

        web.ShouldBeEmpty();
    }

    /// <summary>Reads "| Plans | Access, Shared | … |" of docs/modules.md.</summary>
    private static Dictionary<string, HashSet<string>> AllowedEdges() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "modules.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Module", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1], cells => cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet());

    private static string? ModuleOf(string type) =>
        type.StartsWith(Root, StringComparison.Ordinal) && type[Root.Length..].Split('.') is [var module, _, ..] ? module : null;

    private static IEnumerable<(string From, string To)> Mentions()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(DiemSangDbContext).Assembly.Location);
        return
        [
            .. assembly.MainModule.GetTypes()
                .Where(type => ModuleOf(Outermost(type).FullName) is not null && !CompositionPoints.Contains(Outermost(type).Name))
                .SelectMany(type => TypesIn(type).Select(mentioned => (Outermost(type).FullName, mentioned))),
        ];
    }

    private static IEnumerable<string> TypesIn(TypeDefinition type) =>
        new[] { type.BaseType }
            .Concat(type.Interfaces.Select(implemented => implemented.InterfaceType))
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Methods.SelectMany(TypesIn))
            .Where(reference => reference is not null)
            .SelectMany(Flatten)
            .Select(reference => Outermost(reference).FullName);

    private static IEnumerable<TypeReference> TypesIn(MethodDefinition method) =>
        method.Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .Concat(method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [])
            .Concat(method.HasBody ? method.Body.Instructions.Select(TypeOf).OfType<TypeReference>() : []);

    private static TypeReference? TypeOf(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => type,
        GenericInstanceMethod generic => generic.GenericArguments.FirstOrDefault(argument => !argument.IsGenericParameter) ?? generic.DeclaringType,
        MemberReference member => member.DeclaringType,
        _ => null,
    };

    private static IEnumerable<TypeReference> Flatten(TypeReference type) =>
        type is GenericInstanceType generic ? generic.GenericArguments.SelectMany(Flatten).Append(generic.ElementType) : [type.GetElementType() ?? type];

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
