using System.Diagnostics;
using System.Text.RegularExpressions;
using DiemSang.Modules.Access;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>One headless Chromium for all journeys. Debian's own is used; Playwright's driver comes with its package.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const int Phone = 390;
    public const int Desk = 1280;
    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    /// <summary>Long enough for a busy machine of two processors; a passing test never waits for it.</summary>
    private const float PatienceMilliseconds = 25_000;

    private static readonly string Program = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program, Args = Arguments,
        });
    }

    /// <summary>A browser of its own that keeps its profile in a folder, as on a kiosk or an interviewer's phone; it may be killed.</summary>
    public async Task<Tab> OpenProfileAsync(WebApp app, string folder, int width)
    {
        var context = await _playwright.Chromium.LaunchPersistentContextAsync(folder, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Program, Args = Arguments, BaseURL = app.Address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = 844 },
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        return new Tab(context, context.Pages[0]);
    }

    /// <summary>As when the power fails: kill -9 of every process of the browser with this profile.</summary>
    public static async Task KillAsync(string folder)
    {
        foreach (var process in Process.GetProcesses().Where(process => IsOf(process, folder)))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static bool IsOf(Process process, string folder)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains($"--user-data-dir={folder}", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // ended meanwhile
        }
    }

    public async Task<Tab> OpenAsync(WebApp app, int width = Desk, bool withScripts = true, Role? signedInAs = null)
    {
        var tab = await OpenAsync(app.Address, width, withScripts);
        if (signedInAs is { } role)
        {
            await tab.SignInAsync(WebApp.UserNameOf(app.PersonWith(role)), WebApp.Password);
        }

        return tab;
    }

    /// <param name="address">Of a host other than the shared one.</param>
    public async Task<Tab> OpenAsync(Uri address, int width = Desk, bool withScripts = true)
    {
        var context = await _chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
            JavaScriptEnabled = withScripts,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        return new Tab(context, await context.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>One tab with its own cookies; remembers what the browser complained of, refused scripts and styles included.</summary>
public sealed partial class Tab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Tab(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Playwright's own waiting evaluates a string, which the content security policy refuses.</summary>
    public async Task UntilAsync(string condition, string? argument = null)
    {
        for (var tries = 0; !await Page.EvaluateAsync<bool>(condition, argument); tries++)
        {
            tries.ShouldBeLessThan(100, condition);
            await Task.Delay(100);
        }
    }

    /// <summary>Lands on the account page: the quickest one behind the door.</summary>
    public async Task SignInAsync(string userName, string password)
    {
        await Page.GotoAsync("/access/sign-in?returnUrl=/access/my-account");
        await Page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await Page.GetByLabel("Mật khẩu").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        try
        {
            await Page.WaitForURLAsync(AccountPage(), new() { WaitUntil = WaitUntilState.Commit });
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{userName} is not in: {Page.Url} says “{await Page.InnerTextAsync("main")}”", late);
        }
    }

    /// <summary>The address itself, not the return address inside that of the sign-in page.</summary>
    [GeneratedRegex("^[^?]*/access/my-account")]
    public static partial Regex AccountPage();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
