using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Console.Storage;

internal sealed class ConsoleDatabase(DbContextOptions<ConsoleDatabase> options) : ServiceDatabase(options, "console");
