using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContractToolkit.Reporting.Tests;

/// <summary>The HTML report in a real browser: it shows itself, is used by keyboard, can be read in light and dark, and no text of a server becomes markup.</summary>
public sealed partial class BrowserTests
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Runs inside the page and leaves what it saw in an attribute of the body.
    private const string Probe = """
        <script>
        (() => {
          const wrong = [];
          const key = k => document.dispatchEvent(new KeyboardEvent("keydown", { key: k, bubbles: true, cancelable: true }));
          const name = e => (e.getAttribute("aria-label") || [...(e.labels ?? [])].map(l => l.textContent).join(" ") || e.textContent || "").trim();
          const usable = [...document.querySelectorAll("button, input, select, summary, a[href]")];
          for (const e of usable) if (!name(e)) wrong.push("no name: " + e.outerHTML.slice(0, 80));
          for (const e of document.querySelectorAll("[tabindex]")) if (e.tabIndex > 0) wrong.push("tab order forced: " + e.id);
          const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
          for (const id of ids) if (ids.filter(other => other === id).length > 1) wrong.push("id twice: " + id);
          let level = 0;
          for (const h of document.querySelectorAll("h1, h2, h3")) { const n = +h.tagName[1]; if (n > level + 1) wrong.push("heading skipped: " + h.textContent); level = n; }
          const luminance = c => { const [r, g, b] = c.match(/[\d.]+/g).map(Number).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\)$/.test(c) && c !== "transparent") return c; } return "rgb(255, 255, 255)"; };
          const contrast = () => {
            for (const e of document.querySelectorAll("body *")) {
              if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility() || /^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(e.tagName) || e.className === "skip") continue;
              const [a, b] = [luminance(getComputedStyle(e).color), luminance(ground(e))].sort((x, y) => y - x);
              if ((a + 0.05) / (b + 0.05) < 4.5) wrong.push(`contrast ${((a + 0.05) / (b + 0.05)).toFixed(1)} ${document.documentElement.dataset.theme}: ${e.tagName}.${e.className} ${e.textContent.slice(0, 30)}`);
            }
          };
          document.querySelectorAll("#list details").forEach(d => d.open = true);
          contrast(); document.getElementById("theme").click(); contrast();
          key("/"); const search = document.activeElement?.id; document.activeElement?.blur();
          key("j"); const first = document.activeElement?.tagName; key("j"); const second = [...document.querySelectorAll("#list summary")].indexOf(document.activeElement);
          const all = document.querySelectorAll("#list details").length;
          const box = document.getElementById("search"); box.value = "odd"; box.dispatchEvent(new Event("input"));
          const filtered = document.querySelectorAll("#list details").length;
          document.querySelector("#heat button").click();
          document.body.dataset.probe = JSON.stringify({ wrong: [...new Set(wrong)], search, first, second, all, filtered, detail: document.getElementById("detail").textContent,
            images: document.querySelectorAll("img").length, title: document.title, focusable: usable.length });
        })();
        </script>
        """;

    [Fact]
    public async Task It_shows_itself_and_is_used_by_keyboard()
    {
        Report report = Samples.Report(Samples.Reported(), Samples.Reported(Samples.Finding("odd", "GET /pets", FindingLevel.Warning)), Samples.Reported(Samples.Finding(cause: "other")));
        string page = Reporters.Find("html")!.WriteString(report).Replace("</body>", Probe + "</body>", StringComparison.Ordinal);
        Match found = ProbeAttribute().Match(await DumpAsync(page));
        Assert.True(found.Success, "the page's script did not run to its end");
        using JsonDocument probe = JsonDocument.Parse(WebUtility.HtmlDecode(found.Groups[1].Value));
        JsonElement saw = probe.RootElement;
        Assert.Equal([], saw.GetProperty("wrong").EnumerateArray().Select(wrong => wrong.GetString()));
        Assert.Equal("search", saw.GetProperty("search").GetString());
        Assert.Equal("SUMMARY", saw.GetProperty("first").GetString());
        Assert.Equal(1, saw.GetProperty("second").GetInt32());
        Assert.Equal((3, 1), (saw.GetProperty("all").GetInt32(), saw.GetProperty("filtered").GetInt32()));
        Assert.Contains("500: never", saw.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, saw.GetProperty("images").GetInt32());
        Assert.Contains("<img src=x onerror=alert(1)>", saw.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.True(saw.GetProperty("focusable").GetInt32() > 10);
    }

    private static async Task<string> DumpAsync(string page)
    {
        string? browser = Browsers.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "needs Debian's chromium (apt-get install chromium)");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("contract-browser-");
        try
        {
            string file = Path.Combine(folder.FullName, "report.html");
            await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);
            ProcessStartInfo start = new(browser!, ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,1500", "--user-data-dir=" + Path.Combine(folder.FullName, "profile"), "--dump-dom", new Uri(file).AbsoluteUri])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
            try
            {
                return await process.StandardOutput.ReadToEndAsync(limit.Token);
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                // A child of the browser may still write into its profile; the system cleans its temporary files.
            }
        }
    }

    [GeneratedRegex("data-probe=\"([^\"]*)\"")]
    private static partial Regex ProbeAttribute();
}
