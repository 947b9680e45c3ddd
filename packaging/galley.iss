; The Windows installer, made by Inno Setup 6.3 or later from the folder of packaging/build.py:
;
;   iscc /DVersion=0.1.0 packaging\galley.iss
;
; It installs for one person without asking for rights, or for all where these are given.

#ifndef Version
  #error "say which version: /DVersion=..."
#endif

[Setup]
AppId={{6B0C5D0E-5F0B-4E57-9B4B-6C5B2E0B6C1A}
AppName=Galley
AppVersion={#Version}
AppPublisher=The Galley authors
DefaultDirName={autopf}\Galley
DefaultGroupName=Galley
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\LICENSE
SetupIconFile=..\build\icons\galley.ico
UninstallDisplayIcon={app}\galley.exe
OutputDir=..\build
OutputBaseFilename=galley-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
WizardStyle=modern

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\build\dist\galley\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\Galley"; Filename: "{app}\galley.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.galley"; ValueType: string; ValueData: "Galley.Project"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.galley"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-galley"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\Galley.Project"; ValueType: string; ValueData: "Galley project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Galley.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\galley.exe,0"
Root: HKA; Subkey: "Software\Classes\Galley.Project\shell\open\command"; ValueType: string; ValueData: """{app}\galley.exe"" open ""%1"""
; Offered for text files, never taken over.
Root: HKA; Subkey: "Software\Classes\Applications\galley.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\galley.exe\SupportedTypes"; ValueType: string; ValueName: ".txt"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\galley.exe\shell\open\command"; ValueType: string; ValueData: """{app}\galley.exe"" open ""%1"""

[Run]
Filename: "{app}\galley.exe"; Description: "{cm:LaunchProgram,Galley}"; Flags: nowait postinstall skipifsilent
