package org.ilium;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.ilium.backup.BackupCommands;

/** Opens the clinic, or, given a command, does that and ends. */
@QuarkusMain
public class IliumProgram {

    private IliumProgram() {}

    /** Commands neither open a port nor start the scheduled work. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
        } else {
            System.exit(BackupCommands.run(arguments, System.out, System.err));
        }
    }
}
