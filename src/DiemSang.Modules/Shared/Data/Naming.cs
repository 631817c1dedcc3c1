using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DiemSang.Modules.Shared.Data;

/// <summary>Folder = namespace = PostgreSQL schema; names become snake_case; enums are stored as their snake_case word.</summary>
internal static partial class Naming
{
    public static void Apply(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            // A mapping that names its schema names its table too (Identity's types, views).
            if (entity.GetSchema() is null && entity.GetViewName() is null)
            {
                entity.SetSchema(SchemaOf(entity.ClrType));
                entity.SetTableName(ToSnake(entity.ClrType.Name));
            }

            foreach (var property in entity.GetProperties())
            {
                NameColumn(property);
            }
        }
    }

    /// <summary>Keys come first: relationships between tenant entities are made on (organisation, id).</summary>
    public static void KeyTenantEntities(ModelBuilder modelBuilder)
    {
        foreach (var type in typeof(TenantEntity).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TenantEntity))))
        {
            var entity = modelBuilder.Entity(type);
            entity.HasKey(nameof(TenantEntity.OrganisationId), nameof(TenantEntity.Id));
            entity.Property(nameof(TenantEntity.Id)).ValueGeneratedNever();
            entity.Property(nameof(TenantEntity.Version)).IsConcurrencyToken();
        }
    }

    public static string ToSnake(string name) => WordStart().Replace(name, "_$1$2").ToLowerInvariant();

    private static void NameColumn(IMutableProperty property)
    {
        property.SetColumnName(ToSnake(property.Name));
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
        {
            property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(SnakeCaseEnumConverter<>).MakeGenericType(type))!);
        }
    }

    /// <summary>DiemSang.Modules.Plans.Import.PlanImport → "plans".</summary>
    private static string? SchemaOf(Type type) =>
        type.Namespace is { } name && name.StartsWith("DiemSang.Modules.", StringComparison.Ordinal) ? name.Split('.')[2].ToLowerInvariant() : null;

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])|(?<=[A-Z])([A-Z](?=[a-z]))")]
    private static partial Regex WordStart();

    private sealed class SnakeCaseEnumConverter<TEnum>() : ValueConverter<TEnum, string>(
        value => ToSnake(value.ToString()),
        text => Enum.Parse<TEnum>(text.Replace("_", ""), true))
        where TEnum : struct, Enum;
}
