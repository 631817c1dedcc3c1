using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DiemSang.Modules.Shared.Data;

/// <summary>Tells PostgreSQL, each time a connection is opened, which organisation the session is for (pooled connections are reset when closed).</summary>
internal sealed class TenantConnectionInterceptor : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = SetOrganisation(connection, eventData);
        command?.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = SetOrganisation(connection, eventData);
        if (command is not null)
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbCommand? SetOrganisation(DbConnection connection, ConnectionEndEventData eventData)
    {
        if ((eventData.Context as DiemSangDbContext)?.Tenant.OrganisationId is not { } organisation)
        {
            return null;
        }

        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.organisation_id', @organisation, false)";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "organisation";
        parameter.Value = organisation.ToString();
        command.Parameters.Add(parameter);
        return command;
    }
}
