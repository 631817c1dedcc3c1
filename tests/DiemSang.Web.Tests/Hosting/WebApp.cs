using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>
/// The real host on a free loopback port over a real database, with a ward, one person for each role, and another ward beside it.
/// Shared by all tests of the collection: a test that changes a person adds its own.
/// </summary>
public sealed class WebApp : IAsyncLifetime
{
    public const string Password = "mật khẩu đủ dài";
    private readonly Dictionary<Role, Person> _people = [];
    private readonly Dictionary<Role, HttpClient> _signedIn = [];
    private WebApplication _host = null!;

    public TestDatabase Database { get; private set; } = null!;
    public Uri Address { get; private set; } = null!;
    public Organisation Ward { get; private set; } = null!;
    public Unit Division { get; private set; } = null!;
    public Organisation OtherWard { get; private set; } = null!;
    public Unit OtherDivision { get; private set; } = null!;
    public Person OtherPerson { get; private set; } = null!;

    /// <summary>An issued plan of the ward with its tasks, and a draft.</summary>
    public SampleWork Work { get; private set; } = null!;

    /// <summary>An amendment of an issued plan that waits for the leader, and a proposal that waits for the focal official.</summary>
    public SampleAmendment Amendment { get; private set; } = null!;
    public MeetingSample Meetings { get; private set; } = null!;
    public SurveySample Surveys { get; private set; } = null!;
    public ScorecardSample Scorecards { get; private set; } = null!;

    /// <summary>Files of the ward that were read, and a draft made from one.</summary>
    public SampleImports Imports { get; private set; } = null!;
    public IServiceProvider Services => _host.Services;

    public Person PersonWith(Role role) => _people[role];

    public static string UserNameOf(Person person) => $"p-{person.Id:N}";

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        _host = await StartAsync(Database, "--Limits:SignInsPerAddressPerFiveMinutes=10000", "--Limits:RequestsPerMinute=100000", "--Limits:UploadsPerMinute=10000", "--Limits:AnswersPerDevicePerMinute=100000", "--Limits:AnswersPerAddressPerMinute=100000");
        Address = AddressOf(_host);
        Ward = await Database.AddOrganisationAsync();
        Division = await Database.AddUnitAsync(Ward, "Phòng Kinh tế, Hạ tầng và Đô thị phường");
        foreach (var role in Enum.GetValues<Role>())
        {
            _people[role] = await AddPersonAsync(role);
        }

        Work = await SampleWork.AddAsync(this);
        Amendment = await SampleAmendment.AddAsync(this);
        Imports = await SampleImports.AddAsync(this);
        OtherWard = await Database.AddOrganisationAsync("Ủy ban nhân dân xã Khe Vàng", OrganisationKind.Commune);
        OtherDivision = await Database.AddUnitAsync(OtherWard, "Phòng Văn hóa - Xã hội xã");
        OtherPerson = await Database.AddPersonAsync(OtherWard, "Giàng A Páo");
        Meetings = await MeetingSample.AddAsync(this);
        Surveys = await SurveySample.AddAsync(this);
        Scorecards = await ScorecardSample.AddAsync(this);
    }

    /// <summary>A host of its own, for tests that need other settings.</summary>
    public static Task<WebApplication> StartAsync(TestDatabase database, params string[] settings) => StartAsync(database, configure: null, settings);

    /// <param name="configure">Replaces services, e.g. the clock.</param>
    public static async Task<WebApplication> StartAsync(TestDatabase database, Action<WebApplicationBuilder>? configure, params string[] settings)
    {
        var host = WebHost.Build(
        [
            "--urls=http://127.0.0.1:0",
            "--environment=Development",
            "--Logging:LogLevel:Default=Error",
            $"--ConnectionStrings:Main={database.Connections.Owner}",
            $"--ConnectionStrings:Application={database.Connections.Application}",
            $"--DIEMSANG_FILES={database.FilesFolder}",
            $"--DIEMSANG_HOME={Repository.Root}",
            .. settings,
        ], configure);
        await host.StartAsync();
        return host;
    }

    /// <summary>“localhost”, because a passkey cannot belong to a bare number.</summary>
    public static Uri AddressOf(WebApplication host) => new($"http://localhost:{new Uri(host.Urls.First()).Port}");

    /// <summary>A person of the ward, or of another organisation, with an account whose password is <see cref="Password"/>.</summary>
    public async Task<Person> AddPersonAsync(Role role = Role.Member, string name = "Nguyễn Thị Khánh", bool mustChangePassword = false, Unit? unit = null, Organisation? organisation = null)
    {
        organisation ??= Ward;
        var person = await Database.AddPersonAsync(organisation, name, role, Appointment.IsOrganisationWide(role) ? null : unit ?? Division);
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation.Id);
        var account = new Account { Id = Guid.CreateVersion7(), UserName = UserNameOf(person), MustChangePassword = mustChangePassword };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        (await db.People.SingleAsync(one => one.Id == person.Id)).AccountId = account.Id;
        await db.SaveAsync(Act.BySystem(organisation.Id, "test.open-account"));
        return person;
    }

    public HttpClient Visitor() => NewClient(Address);

    public static HttpClient NewClient(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    /// <summary>The person of the role, signed in once for all tests.</summary>
    public async Task<HttpClient> SignedInAsync(Role role)
    {
        if (!_signedIn.TryGetValue(role, out var client))
        {
            _signedIn[role] = client = await SignedInAsync(_people[role]);
        }

        return client;
    }

    public async Task<HttpClient> SignedInAsync(Person person, string password = Password)
    {
        var client = Visitor();
        (await client.SignInAsync(UserNameOf(person), password)).Status.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await Database.DisposeAsync();
    }
}

[CollectionDefinition(nameof(WebApp))]
public sealed class WebAppCollection : ICollectionFixture<WebApp>;

/// <summary>A host of its own with a browser: journeys run beside the tests of pages.</summary>
[CollectionDefinition(nameof(Browser))]
public sealed class BrowserCollection : ICollectionFixture<WebApp>, ICollectionFixture<Browser>;

/// <summary>Axe's walk through every page takes about as long as all journeys together, so it stands alone.</summary>
[CollectionDefinition(nameof(AxeWalkCollection))]
public sealed class AxeWalkCollection : ICollectionFixture<WebApp>, ICollectionFixture<Browser>;
