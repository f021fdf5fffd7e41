import io.github.chalicemaven.it.InvokedProject

def nameRules = 'Use letters, digits and hyphens, starting with a letter, at most 92 characters: for example,' +
    ' -Dchalice.appName=app or <appName>.'
def pythons = '2.7, 3.6, 3.7, 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 3.14'

// The problems of each command in invoker.properties, in their order.
def expected = [
    ['<pipelineVersion> (-Dchalice.pipelineVersion) is `v9`: this pipeline version does not exist. Use one of v1,'
        + ' v2, v3.'],
    ['<source> (-Dchalice.source) is `svn`: this source is not supported. Use one of codecommit, github.'],
    ['<pythonVersion> (-Dchalice.pythonVersion) is `3.5`: Lambda has no runtime for this Python version. Use one of '
        + pythons
        + ' for <pythonVersion> (-Dchalice.pythonVersion).'],
    ['<pythonVersion> (-Dchalice.pythonVersion) is `3.6`: the v2 pipeline requires Python 3.7 or later. Use a later'
        + ' Python, or <pipelineVersion>v1</pipelineVersion>.'],
    ["$basedir/.python-version is `3.13`: the v1 pipeline has no default CodeBuild image for this Python version."
        + " Specify an image that has it with <codebuildImage> (-Dchalice.codebuildImage), or use"
        + " <pipelineVersion>v2</pipelineVersion>."],
    ['<codebuildImage> (-Dchalice.codebuildImage) is ` `: this is not the name of a container image. Use a name such as'
        + ' aws/codebuild/standard:7.0, or leave it out.'],
    ["$basedir/broken/.chalice/config.json, line 4, column 3: this is not valid JSON; check the commas,"
        + ' quotes and brackets.'],
    ["<appDirectory> (-Dchalice.appDirectory) is `$basedir/elsewhere`: the folder does not exist. Specify the folder"
        + " that contains the application's app.py."],
    ["<outputFile> (-Dchalice.outputFile) is `$basedir/target`: this is a folder. Specify a file in it."],
    ["<buildspecFile> (-Dchalice.buildspecFile) is `${basedir.parent}/buildspec.yml`: the file is outside the"
        + " repository $basedir, where CodeBuild cannot find it. Specify a file in the repository."],
    [
        '<appName> (-Dchalice.appName) is `9.app`: AWS does not allow it in the name of the CodeBuild project,'
            + ' stack, change set. ' + nameRules,
        '<pythonVersion> (-Dchalice.pythonVersion) is `three`: Lambda has no runtime for this Python version. Use'
            + ' one of ' + pythons
            + ' for <pythonVersion> (-Dchalice.pythonVersion).',
        '<branch> (-Dchalice.branch) is `a..b`: this is not a valid branch name. Use a name such as main.',
        '<source> (-Dchalice.source) is `svn`: this source is not supported. Use one of codecommit, github.'
    ]
]

def logs = InvokedProject.logs(basedir)
assert logs.size() == expected.size()
logs.eachWithIndex { log, i -> InvokedProject.assertProblems(log, expected[i]) }

assert InvokedProject.files(new File(basedir, 'target')) == ['pipeline.json']
def earlier = new File(basedir, 'target/pipeline.json')
assert earlier.text == 'from an earlier build'
assert earlier.lastModified() == 1_000_000_000_000L
assert !new File(basedir, '../buildspec.yml').exists()
return true
