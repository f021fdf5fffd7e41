"""Runs a command on a pseudo-terminal and answers its questions.

terminal.py QUESTION ANSWER [QUESTION ANSWER]... -- COMMAND...

Waits for each question in turn, and types its answer, or a control character such as that of Ctrl-C. Prints what the terminal shows; ends as the command ends, or with
99 where a question does not come.
"""
import os
import pty
import select
import sys

split = sys.argv.index("--")
dialogue = list(zip(sys.argv[1:split:2], sys.argv[2:split:2]))
command = sys.argv[split + 1:]

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)

shown = ""
while True:
    ready, _, _ = select.select([terminal], [], [], 120)
    try:
        data = os.read(terminal, 4096) if ready else b""
    except OSError:  # Linux's way to say that the command has ended.
        data = b""
    if not data:
        break
    text = data.decode("utf-8", "replace")
    sys.stdout.write(text)
    shown += text
    if dialogue and dialogue[0][0] in shown:
        shown = shown.split(dialogue[0][0], 1)[1]
        answer = dialogue.pop(0)[1]
        os.write(terminal, (answer if answer == "\x03" else answer + "\n").encode())
sys.stdout.flush()
os.close(terminal)
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
sys.exit(99 if dialogue else status)
