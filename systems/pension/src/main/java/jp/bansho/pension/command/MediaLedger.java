package jp.bansho.pension.command;

import jp.bansho.machine.Machine;
import jp.bansho.machine.command.MediaCommand;
import jp.bansho.pension.PensionMachine;
import picocli.CommandLine.Command;

/// `bansho pension media …`.
@Command(name = "media")
final class MediaLedger extends MediaCommand {

    @Override
    protected Machine start() {
        return Machine.start(PensionMachine.class);
    }
}
