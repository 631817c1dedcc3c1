using DiemSang.Web.Commands;

return await CommandLine.RunAsync(args);
