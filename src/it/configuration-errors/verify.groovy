import io.github.chalicemaven.it.InvokedProject

InvokedProject.assertProblems(InvokedProject.logs(basedir)[0], [
    '<attach> (-Dchalice.attach) is `yes`: use true or false.',
    '<build><installCommands> is `pip install \'x>=1,<2\'`: it takes elements instead of text. Use'
        + ' <installCommands><command>...</command></installCommands>.',
    '<build><testComands> is unknown. Did you mean <testCommands>?',
    '<notifications> is `x@y`: it takes elements instead of text. Remove the text, or use <email>, <events>,'
        + ' <topicArn>.',
    '<stages><stage name="beta"> has the attribute `region`, which is unknown. Use elements only.',
    '<stages><stage name="beta"><approval> is `true`: it takes elements instead of text. Remove the text, or use'
        + ' <email>, <message>, <reviewUrl>, <timeoutMinutes>, <topicArn>, <when>.',
    '<stages><stage name="beta"><alarm> is `errors`: it takes elements instead of text. Remove the text, or use'
        + ' <minutes>, <name>.',
    '<stages><stage name="beta"><alarm> is given twice. Remove one.',
    '<tags><tag> takes text, or one <key> and one <value>.',
    '<stagess> in the POM of orders is unknown. Did you mean <stages>?',
    '<stage> in the POM of orders is unknown. Did you mean <stages>?',
    '-Dchalice.sorce is unknown. Did you mean -Dchalice.source?',
    '-Dchalice.stages: <stages> cannot be set on the command line. Set it in the POM.'
])
assert InvokedProject.files(new File(basedir, 'target')) == []
return true
