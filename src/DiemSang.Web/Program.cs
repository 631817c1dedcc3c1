using DiemSang.Web.Commands;

return await CommandLine.Build().Parse(args).InvokeAsync();
