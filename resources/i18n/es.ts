<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Engage Desktop {0}</source>
        <translation>Engage Desktop {0}</translation>
    </message>
</context>
<context>
    <name>AboutForm</name>
    <message>
        <source>About Engage</source>
        <translation>Acerca de Engage</translation>
    </message>
    <message>
        <source>&amp;Licences and notices</source>
        <translation>&amp;Licencias y avisos</translation>
    </message>
    <message>
        <source>Licences and notices</source>
        <translation>Licencias y avisos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>AddKinSheet</name>
    <message>
        <source>Who belongs to the family?</source>
        <translation>¿Quién pertenece a la familia?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>De quién</translation>
    </message>
    <message>
        <source>They are the</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>Born or not</source>
        <translation>Nacido o no</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Day of birth</source>
        <translation>Día de nacimiento</translation>
    </message>
    <message>
        <source>In which way</source>
        <translation>De qué manera</translation>
    </message>
    <message>
        <source>The other parent</source>
        <translation>El otro padre o la otra madre</translation>
    </message>
    <message>
        <source>Identical twins</source>
        <translation>Gemelos idénticos</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>Ha fallecido</translation>
    </message>
    <message>
        <source>To the family</source>
        <translation>Para la familia</translation>
    </message>
    <message>
        <source>Also the parent of</source>
        <translation>También padre o madre de</translation>
    </message>
    <message>
        <source>What they are to the family</source>
        <translation>Lo que es para la familia</translation>
    </message>
    <message>
        <source>child</source>
        <translation>hijo o hija</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>padre o madre</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>pareja</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <translation>hermano o hermana</translation>
    </message>
    <message>
        <source>twin</source>
        <translation>gemelo o gemela</translation>
    </message>
    <message>
        <source>other tie</source>
        <translation>otro vínculo</translation>
    </message>
    <message>
        <source>not tied to anybody yet</source>
        <translation>sin vínculo todavía</translation>
    </message>
    <message>
        <source>{kind}: the new person is the elder</source>
        <translation>{kind}: la persona nueva es la mayor</translation>
    </message>
    <message>
        <source>{kind}: the new person is the younger</source>
        <translation>{kind}: la persona nueva es la menor</translation>
    </message>
    <message>
        <source>Not known, or nobody</source>
        <translation>No se sabe, o nadie</translation>
    </message>
    <message>
        <source>Due date, if known</source>
        <translation>Fecha prevista del parto, si se sabe</translation>
    </message>
    <message>
        <source>Day, if known</source>
        <translation>Día, si se sabe</translation>
    </message>
    <message>
        <source>A child is due within ten months. Please look at the year.</source>
        <translation>Un parto se espera dentro de diez meses. Revise el año.</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Ese día aún no ha llegado.</translation>
    </message>
</context>
<context>
    <name>AddSupportSheet</name>
    <message>
        <source>Who or what stands by {name}?</source>
        <translation>¿Quién o qué acompaña a {name}?</translation>
    </message>
    <message>
        <source>Who or what stands round the family?</source>
        <translation>¿Quién o qué rodea a la familia?</translation>
    </message>
    <message>
        <source>Ask who helps when it gets hard, and what costs strength. Use the family’s own name for it.</source>
        <translation>Pregunte quién ayuda cuando las cosas se ponen difíciles y qué les quita fuerzas. Use el nombre que le da la familia.</translation>
    </message>
    <message>
        <source>What they call it</source>
        <translation>Cómo lo llaman</translation>
    </message>
    <message>
        <source>Nobody of the family</source>
        <translation>Nadie de la familia</translation>
    </message>
    <message>
        <source>Or somebody of the family</source>
        <translation>O alguien de la familia</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>What it is to them</source>
        <translation>Qué es para ellos</translation>
    </message>
    <message>
        <source>“Abuela”, “the soccer club”, “Mr. Bell”</source>
        <translation>“Abuela”, “el club de fútbol”, “el señor Bell”</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Who said it</source>
        <translation>Quién lo dijo</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Nadie en particular</translation>
    </message>
</context>
<context>
    <name>AdultsCard</name>
    <message>
        <source>Who keeps the children safe</source>
        <translation>Quién cuida a los niños</translation>
    </message>
    <message>
        <source>Grown-ups by name, each of whom has said yes to it.</source>
        <translation>Personas adultas, por su nombre, que han dicho que sí.</translation>
    </message>
    <message>
        <source>Write down the people of the family first, under People.</source>
        <translation>Primero anote a las personas de la familia, en Personas.</translation>
    </message>
</context>
<context>
    <name>AdviceRow</name>
    <message>
        <source>Put aside</source>
        <translation>Dejar de lado</translation>
    </message>
    <message>
        <source>Put aside: {what}</source>
        <translation>Dejar de lado: {what}</translation>
    </message>
    <message>
        <source>Why is it right as it is?</source>
        <translation>¿Por qué está bien así?</translation>
    </message>
    <message>
        <source>Put it aside</source>
        <translation>Dejarlo de lado</translation>
    </message>
    <message>
        <source>Put aside.</source>
        <translation>Dejado de lado.</translation>
    </message>
</context>
<context>
    <name>AgreedAnswer</name>
    <message>
        <source>What was agreed, by whom, by when?</source>
        <translation>¿Qué se acordó, quién y para cuándo?</translation>
    </message>
    <message>
        <source>Your promises count as much as theirs.</source>
        <translation>Sus promesas cuentan tanto como las de la familia.</translation>
    </message>
    <message>
        <source>Anything else that was agreed</source>
        <translation>Algo más que se acordó</translation>
    </message>
</context>
<context>
    <name>AgreementPanel</name>
    <message>
        <source>Everyone’s answer</source>
        <translation>La respuesta de todos</translation>
    </message>
    <message>
        <source>Written on this laptop, but not in the plan that was offered:</source>
        <translation>Escrito en esta computadora, pero no está en el plan que se ofreció:</translation>
    </message>
    <message>
        <source>Take the plan back to change it, or write the next version: these words come along.</source>
        <translation>Retire el plan para cambiarlo, o escriba la siguiente versión: estas palabras van con él.</translation>
    </message>
    <message>
        <source>When everything is there, read it together and offer it. Each person says where they stand.</source>
        <translation>Cuando todo esté, léanlo juntos y ofrézcalo. Cada persona dice qué piensa.</translation>
    </message>
    <message>
        <source>Write down where each person stands, in their words. No is an answer too.</source>
        <translation>Anote qué piensa cada persona, en sus palabras. No también es una respuesta.</translation>
    </message>
    <message>
        <source>This is what you agreed. To change it, write the next version; this one stays readable.</source>
        <translation>Esto es lo que acordaron. Para cambiarlo, escriba la siguiente versión; esta se puede seguir leyendo.</translation>
    </message>
    <message>
        <source>The family said no to this plan. Ask what would make it theirs.</source>
        <translation>La familia dijo que no a este plan. Pregunte qué lo haría suyo.</translation>
    </message>
    <message>
        <source>This version is over. It stays readable.</source>
        <translation>Esta versión terminó. Se puede seguir leyendo.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir ahí</translation>
    </message>
    <message>
        <source>Go there: {what}</source>
        <translation>Ir ahí: {what}</translation>
    </message>
    <message>
        <source>Everything is there.</source>
        <translation>Está todo.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Offer it to the family</source>
        <translation>Ofrecerlo a la familia</translation>
    </message>
    <message>
        <source>Offered.</source>
        <translation>Ofrecido.</translation>
    </message>
    <message>
        <source>It is agreed</source>
        <translation>Está acordado</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>Acordado.</translation>
    </message>
    <message>
        <source>Write the next version</source>
        <translation>Escribir la siguiente versión</translation>
    </message>
    <message>
        <source>Take it back to change it</source>
        <translation>Retirarlo para cambiarlo</translation>
    </message>
    <message>
        <source>It can be changed again. Answers to the earlier words no longer count.</source>
        <translation>Se puede cambiar otra vez. Las respuestas a las palabras anteriores ya no cuentan.</translation>
    </message>
    <message>
        <source>They said no…</source>
        <translation>Dijeron que no…</translation>
    </message>
    <message>
        <source>Close this plan…</source>
        <translation>Cerrar este plan…</translation>
    </message>
    <message>
        <source>What did they say?</source>
        <translation>¿Qué dijeron?</translation>
    </message>
    <message>
        <source>What became of it?</source>
        <translation>¿En qué quedó?</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
</context>
<context>
    <name>AppointmentSheet</name>
    <message>
        <source>Change the appointment</source>
        <translation>Cambiar la cita</translation>
    </message>
    <message>
        <source>Arrange something</source>
        <translation>Acordar algo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Whoever is paused for safety cannot be chosen.</source>
        <translation>No se puede elegir a quien está en pausa por seguridad.</translation>
    </message>
    <message>
        <source>An hour, if you leave it empty</source>
        <translation>Una hora, si lo deja vacío</translation>
    </message>
    <message>
        <source>“Friday”, “tomorrow” or 11/27</source>
        <translation>«viernes», «mañana» u 11/27</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Call it off…</source>
        <translation>Cancelarla…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>El final está antes del principio.</translation>
    </message>
</context>
<context>
    <name>AppointmentsPanel</name>
    <message>
        <source>Arrange</source>
        <translation>Acordar</translation>
    </message>
    <message>
        <source>Arrange something with the family</source>
        <translation>Acordar algo con la familia</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Lo que viene</translation>
    </message>
    <message>
        <source>Nothing arranged yet.</source>
        <translation>Todavía no hay nada acordado.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <translation>Cambiar: {what}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start: {what}</source>
        <translation>Empezar: {what}</translation>
    </message>
    <message>
        <source>Kept on this laptop.</source>
        <translation>Guardado en esta computadora.</translation>
    </message>
    <message>
        <source>Why will it not take place?</source>
        <translation>¿Por qué no se hará?</translation>
    </message>
    <message>
        <source>For example: Marisol has to work</source>
        <translation>Por ejemplo: Marisol tiene que trabajar</translation>
    </message>
    <message>
        <source>The story keeps the appointment and the reason.</source>
        <translation>La historia guarda la cita y el motivo.</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Cancelarla</translation>
    </message>
    <message>
        <source>Called off; the story keeps it.</source>
        <translation>Cancelada; la historia la guarda.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>AreaPage</name>
    <message>
        <source>The page to draw on</source>
        <translation>La hoja para dibujar</translation>
    </message>
    <message>
        <source>Whose hand</source>
        <translation>De quién es la mano</translation>
    </message>
    <message>
        <source>Done here</source>
        <translation>Listo aquí</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Con tus propias palabras</translation>
    </message>
    <message>
        <source>Exactly as the child says it: no corrections.</source>
        <translation>Tal como lo dice el niño o la niña: sin correcciones.</translation>
    </message>
    <message>
        <source>The child’s exact words</source>
        <translation>Las palabras exactas del niño o la niña</translation>
    </message>
    <message>
        <source>This page is full. What is on it is kept; a clean page has room.</source>
        <translation>Esta hoja está llena. Lo que hay en ella queda guardado; en una hoja limpia hay lugar.</translation>
    </message>
</context>
<context>
    <name>AreasList</name>
    <message>
        <source>With a child: three areas</source>
        <translation>Con un niño o niña: tres áreas</translation>
    </message>
    <message>
        <source>locked until they decide</source>
        <translation>bajo llave hasta que decida</translation>
    </message>
    <message>
        <source>{name}’s three areas</source>
        <translation>Las tres áreas de {name}</translation>
    </message>
</context>
<context>
    <name>AskSheet</name>
    <message>
        <source>What is their own number?</source>
        <translation>¿Cuál es su propio número?</translation>
    </message>
    <message>
        <source>Their number, their words. Nobody adds them up.</source>
        <translation>Su número, sus palabras. Nadie los suma.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>The number, from 0 to 10</source>
        <translation>El número, de 0 a 10</translation>
    </message>
    <message>
        <source>Yes, alone</source>
        <translation>Sí, a solas</translation>
    </message>
    <message>
        <source>Others were there</source>
        <translation>Había otras personas</translation>
    </message>
    <message>
        <source>Asked alone?</source>
        <translation>¿Se preguntó a solas?</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>Se dijo el</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>A quién se pregunta</translation>
    </message>
    <message>
        <source>Was anybody else there?</source>
        <translation>¿Había alguien más?</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Deshacerlo</translation>
    </message>
    <message>
        <source>Ask somebody else</source>
        <translation>Preguntar a otra persona</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>What makes it this number? What would be one more?</source>
        <translation>¿Por qué este número? ¿Qué lo haría subir uno?</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Ese día aún no ha llegado.</translation>
    </message>
    <message>
        <source>Removed; the history keeps it.</source>
        <translation>Quitado; el historial lo conserva.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>AskedPanel</name>
    <message>
        <source>What did they ask for?</source>
        <translation>¿Qué pidieron?</translation>
    </message>
    <message>
        <source>A counselor who speaks Spanish, bus passes, a bigger home…</source>
        <translation>Una consejera que hable español, pases de autobús, una casa más grande…</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Anotarlo</translation>
    </message>
    <message>
        <source>What they asked for</source>
        <translation>Lo que pidieron</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Whose words?</source>
        <translation>¿De quién son las palabras?</translation>
    </message>
    <message>
        <source>I did</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Who promised?</source>
        <translation>¿Quién lo prometió?</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Who came in?</source>
        <translation>¿Quién llegó?</translation>
    </message>
    <message>
        <source>Who left?</source>
        <translation>¿Quién se fue?</translation>
    </message>
</context>
<context>
    <name>BoardBody</name>
    <message>
        <source>Somebody else is here (N)</source>
        <translation>Hay alguien más (N)</translation>
    </message>
    <message>
        <source>Somebody left</source>
        <translation>Alguien se fue</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Quién está</translation>
    </message>
    <message>
        <source>tap when you see them · under a child: seen alone?</source>
        <translation>toque cuando los vea · debajo de un niño: ¿a solas?</translation>
    </message>
    <message>
        <source>Talked about</source>
        <translation>Se habló de</translation>
    </message>
    <message>
        <source>tap again to take it back</source>
        <translation>toque otra vez para deshacer</translation>
    </message>
    <message>
        <source>We are mostly</source>
        <translation>Más que nada</translation>
    </message>
    <message>
        <source>may be more than one</source>
        <translation>puede ser más de uno</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Guardar esto</translation>
    </message>
    <message>
        <source>no typing needed</source>
        <translation>sin escribir</translation>
    </message>
</context>
<context>
    <name>BriefPane</name>
    <message>
        <source>Brief for {family}</source>
        <translation>Resumen para {family}</translation>
    </message>
    <message>
        <source>Check Safety before sharing</source>
        <translation>Consulte Seguridad antes de compartir</translation>
    </message>
    <message>
        <source>Interpreter for {name}: {language}</source>
        <translation>Intérprete para {name}: {language}</translation>
    </message>
    <message>
        <source>See today</source>
        <translation>Ver hoy</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Conviene saber</translation>
    </message>
    <message>
        <source>{name} has not been seen this month</source>
        <translation>A {name} no se le ha visto este mes</translation>
    </message>
    <message>
        <source>Court {when}</source>
        <translation>Corte: {when}</translation>
    </message>
    <message>
        <source>Still looking for {name}</source>
        <translation>Seguimos buscando a {name}</translation>
    </message>
    <message>
        <source>Two versions of the same words wait to be looked at</source>
        <translation>Dos versiones de las mismas palabras esperan una mirada</translation>
    </message>
    <message>
        <source>{notes} not finished</source>
        <translation>{notes} sin terminar</translation>
    </message>
    <message>
        <source>Who lives there</source>
        <translation>Quién vive ahí</translation>
    </message>
    <message>
        <source>Not written down yet</source>
        <translation>Todavía no está anotado</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>En casa</translation>
    </message>
    <message>
        <source>{where}, with {whom}</source>
        <translation>{where}, con {whom}</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Nobody is written down yet</source>
        <translation>Todavía no hay nadie anotado</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>todavía sin ver</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>todavía sin contacto</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>a solas</translation>
    </message>
    <message>
        <source>not alone</source>
        <translation>no a solas</translation>
    </message>
    <message>
        <source>What they said last</source>
        <translation>Lo último que dijeron</translation>
    </message>
    <message>
        <source>We promised</source>
        <translation>Nosotros prometimos</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>Ellos prometieron</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>no day set</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>by {when}</source>
        <translation>para {when}</translation>
    </message>
</context>
<context>
    <name>BriefSheet</name>
    <message>
        <source>Before you go</source>
        <translation>Antes de ir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>Abrir la familia</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Empezar visita</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>Ms Bell, school nurse</source>
        <translation>La Sra. Bell, enfermera de la escuela</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>A line or two</source>
        <translation>Una o dos líneas</translation>
    </message>
    <message>
        <source>Take this one back</source>
        <translation>Deshacer este</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Short contacts</source>
        <translation>Contactos cortos</translation>
    </message>
    <message>
        <source>Calls, messages and letters; each becomes a note of its own.</source>
        <translation>Llamadas, mensajes y cartas; cada uno se vuelve una nota aparte.</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Otro más</translation>
    </message>
    <message>
        <source>Finalise all…</source>
        <translation>Finalizar todo…</translation>
    </message>
    <message>
        <source>the next field</source>
        <translation>el campo siguiente</translation>
    </message>
    <message>
        <source>undo what you typed</source>
        <translation>deshacer lo que escribió</translation>
    </message>
    <message>
        <source>Finalise all of these?</source>
        <translation>¿Finalizar todos estos?</translation>
    </message>
    <message>
        <source>Their words, times and names stay as they are, for good. One that lacks something stays open.</source>
        <translation>Sus palabras, horas y nombres quedan como están, para siempre. Si a uno le falta algo, sigue abierto.</translation>
    </message>
    <message>
        <source>Finalise all</source>
        <translation>Finalizar todo</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Todavía no hay nada aquí</translation>
    </message>
    <message>
        <source>Add each call as you make it, or all of them at the end of the day.</source>
        <translation>Añada cada llamada cuando la haga, o todas al final del día.</translation>
    </message>
    <message>
        <source>Add a call</source>
        <translation>Añadir una llamada</translation>
    </message>
    <message>
        <source>Saved %1 on this laptop</source>
        <translation>Guardado a las %1 en esta computadora</translation>
    </message>
    <message>
        <source>That could not be kept yet. Your words stay here; it is tried again by itself.</source>
        <translation>Eso todavía no se pudo guardar. Sus palabras siguen aquí; se intenta de nuevo solo.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
</context>
<context>
    <name>CanvasTools</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Deshacer (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Rehacer (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Further away (−)</source>
        <translation>Más lejos (−)</translation>
    </message>
    <message>
        <source>Nearer (+)</source>
        <translation>Más cerca (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Mostrar todo (0)</translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message>
        <source>The stored work is damaged in places</source>
        <translation>El trabajo guardado está dañado en partes</translation>
    </message>
    <message>
        <source>Your passphrase is right, and nothing was deleted. Choose what shall take its place; the damaged file is set aside and kept.</source>
        <translation>Su frase de acceso es correcta y no se borró nada. Elija qué va en su lugar; el archivo dañado se aparta y se conserva.</translation>
    </message>
    <message>
        <source>There is no backup on this laptop.</source>
        <translation>No hay ninguna copia en esta computadora.</translation>
    </message>
    <message>
        <source>Salvage what can be read</source>
        <translation>Rescatar lo que se puede leer</translation>
    </message>
    <message>
        <source>Reading page by page</source>
        <translation>Leyendo página por página</translation>
    </message>
    <message>
        <source>Salvage</source>
        <translation>Rescatar</translation>
    </message>
    <message>
        <source>Everything readable is copied into a fresh place. What was sent comes back from the agency.</source>
        <translation>Todo lo legible se copia a un lugar nuevo. Lo que se envió vuelve de la agencia.</translation>
    </message>
    <message>
        <source>Backups of this laptop</source>
        <translation>Copias de esta computadora</translation>
    </message>
    <message>
        <source>Use the backup of {0}</source>
        <translation>Usar la copia de {0}</translation>
    </message>
    <message>
        <source>Use this backup?</source>
        <translation>¿Usar esta copia?</translation>
    </message>
    <message>
        <source>What was written after it and never sent stays in the file that is set aside.</source>
        <translation>Lo que se escribió después y nunca se envió queda en el archivo apartado.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
    <message>
        <source>Please leave the laptop open.</source>
        <translation>Por favor, no cierre la computadora.</translation>
    </message>
    <message>
        <source>Nothing is known to be lost.</source>
        <translation>No se sabe de nada perdido.</translation>
    </message>
    <message>
        <source>Some places could not be read; the agency&apos;s copy fills them at the next sync.</source>
        <translation>Algunas partes no se pudieron leer; la copia de la agencia las completa en el próximo envío.</translation>
    </message>
    <message>
        <source>{0} entries were read and are in place</source>
        <translation>Entradas leídas y en su lugar: {0}</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Quedarse aquí</translation>
    </message>
    <message>
        <source>The damaged file is unchanged and kept.</source>
        <translation>El archivo dañado se conserva sin cambios.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>El disco está lleno. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The first page is damaged, so nothing can be read. A backup is the way.</source>
        <translation>La primera página está dañada y no se puede leer nada. El camino es una copia.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>No funcionó.</translation>
    </message>
</context>
<context>
    <name>CarryLine</name>
    <message>
        <source>exact words</source>
        <translation>palabras exactas</translation>
    </message>
    <message>
        <source>summed up</source>
        <translation>resumido</translation>
    </message>
    <message>
        <source>about {who}</source>
        <translation>sobre {who}</translation>
    </message>
    <message>
        <source>In the plan: {goal}</source>
        <translation>En el plan: {goal}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <translation>Cambiar: {what}</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primero</translation>
    </message>
</context>
<context>
    <name>CarryPage</name>
    <message>
        <source>Strengths</source>
        <translation>Fortalezas</translation>
    </message>
    <message>
        <source>What they are good at, what they have come through, who is there for them: in their words.</source>
        <translation>En qué son buenos, qué han superado, quién está ahí para la familia: en sus palabras.</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>What they say they need. A need is not a service: services come later, when they ask for them.</source>
        <translation>Lo que dicen que necesitan. Una necesidad no es un servicio: los servicios vienen después, cuando los pidan.</translation>
    </message>
</context>
<context>
    <name>CarryPanel</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Done with: {n}</source>
        <translation>Resuelto: {n}</translation>
    </message>
</context>
<context>
    <name>CarryPile</name>
    <message>
        <source>Not sorted yet</source>
        <translation>Aún sin ordenar</translation>
    </message>
</context>
<context>
    <name>ChangeSheet</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de acceso</translation>
    </message>
    <message>
        <source>At least 15 characters; a whole sentence is best. The work itself is not rewritten.</source>
        <translation>Al menos 15 caracteres; lo mejor es una frase entera. El trabajo mismo no se vuelve a escribir.</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>Frase de acceso anterior</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase de acceso nueva</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>La frase nueva otra vez</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarla</translation>
    </message>
    <message>
        <source>That would be guessed too soon, or is too short.</source>
        <translation>Se adivinaría demasiado pronto o es demasiado corta.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no son iguales.</translation>
    </message>
    <message>
        <source>That is not the old passphrase.</source>
        <translation>Esa no es la frase anterior.</translation>
    </message>
    <message>
        <source>That did not work; the old passphrase still holds.</source>
        <translation>No funcionó; la frase anterior sigue valiendo.</translation>
    </message>
</context>
<context>
    <name>Changed</name>
    <message>
        <source>Put both in</source>
        <translation>Poner las dos</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Elegir la mía</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile</source>
        <translation>Otra persona cambió esto mientras tanto</translation>
    </message>
</context>
<context>
    <name>ChildRoom</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>The three areas</source>
        <translation>Las tres áreas</translation>
    </message>
    <message>
        <source>One area</source>
        <translation>Un área</translation>
    </message>
    <message>
        <source>Reading it back</source>
        <translation>Leerlo en voz alta</translation>
    </message>
    <message>
        <source>{name}’s three areas</source>
        <translation>Las tres áreas de {name}</translation>
    </message>
    <message>
        <source>{name} decided: {share}</source>
        <translation>{name} decidió: {share}</translation>
    </message>
    <message>
        <source>Locked: {name} decides who sees this</source>
        <translation>Bajo llave: {name} decide quién lo ve</translation>
    </message>
    <message>
        <source>Remove this talk?</source>
        <translation>¿Quitar esta conversación?</translation>
    </message>
    <message>
        <source>It stays in the history.</source>
        <translation>Queda en el historial.</translation>
    </message>
</context>
<context>
    <name>ChildRow</name>
    <message>
        <source>%1, seen or not</source>
        <translation>%1, ¿se vio o no?</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Se vio</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>No se vio</translation>
    </message>
    <message>
        <source>Did not want to</source>
        <translation>No quiso</translation>
    </message>
    <message>
        <source>%1, seen alone</source>
        <translation>%1, ¿a solas?</translation>
    </message>
    <message>
        <source>%1, how</source>
        <translation>%1, cómo</translation>
    </message>
    <message>
        <source>How, in your words: asleep, at the table…</source>
        <translation>Cómo, en sus palabras: durmiendo, en la mesa…</translation>
    </message>
    <message>
        <source>Alone?</source>
        <translation>¿A solas?</translation>
    </message>
    <message>
        <source>Seen?</source>
        <translation>¿Se vio?</translation>
    </message>
</context>
<context>
    <name>ChildrenAnswer</name>
    <message>
        <source>How did you see each child?</source>
        <translation>¿Cómo vio a cada niño?</translation>
    </message>
    <message>
        <source>Seen, alone or not, and how. For a baby, n/a is an answer.</source>
        <translation>Si lo vio, a solas o no, y cómo. Para un bebé, n/c es una respuesta.</translation>
    </message>
</context>
<context>
    <name>ChildrenPanel</name>
    <message>
        <source>The children in {month}</source>
        <translation>Los niños en {month}</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>sin visita</translation>
    </message>
</context>
<context>
    <name>ChildrenPicker</name>
    <message>
        <source>No child of this family is written down yet.</source>
        <translation>Todavía no hay ningún niño de esta familia anotado.</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Where would you like to begin?</source>
        <translation>¿Por dónde te gustaría empezar?</translation>
    </message>
    <message>
        <source>Read it back together</source>
        <translation>Leerlo juntos</translation>
    </message>
    <message>
        <source>Where would you like to go on?</source>
        <translation>¿Por dónde te gustaría seguir?</translation>
    </message>
    <message>
        <source>drawn and told</source>
        <translation>dibujado y contado</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>dibujado</translation>
    </message>
    <message>
        <source>told</source>
        <translation>contado</translation>
    </message>
</context>
<context>
    <name>Combine</name>
    <message>
        <source>Add it to the note</source>
        <translation>Añadirlo a la nota</translation>
    </message>
    <message>
        <source>One text out of both</source>
        <translation>Un texto de los dos</translation>
    </message>
    <message>
        <source>It stands beside the note under your name, with the time you wrote it.</source>
        <translation>Queda junto a la nota con su nombre y la hora en que lo escribió.</translation>
    </message>
    <message>
        <source>Both versions stay in view above. Read it once aloud: does it say what you both meant?</source>
        <translation>Las dos versiones siguen a la vista arriba. Léalo una vez en voz alta: ¿dice lo que ambos quisieron decir?</translation>
    </message>
    <message>
        <source>What to add</source>
        <translation>Qué añadir</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>El texto</translation>
    </message>
    <message>
        <source>Add as an addendum</source>
        <translation>Poner como añadido</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>Guardar este texto</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Start from theirs</source>
        <translation>Partir de la otra</translation>
    </message>
    <message>
        <source>Start from mine</source>
        <translation>Partir de la mía</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Then</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>And now</source>
        <translation>Y ahora</translation>
    </message>
    <message>
        <source>As soon as something was said on two days, you can lay them side by side here.</source>
        <translation>En cuanto se haya dicho algo en dos días, aquí se pueden poner lado a lado.</translation>
    </message>
    <message>
        <source>no longer said</source>
        <translation>ya no se dice</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>Worries</source>
        <translation>Preocupaciones</translation>
    </message>
    <message>
        <source>Working well</source>
        <translation>Funciona bien</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Próximos pasos</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Fortalezas</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>Nothing was said here.</source>
        <translation>Aquí no se dijo nada.</translation>
    </message>
    <message>
        <source>{before} then, {after} now</source>
        <translation>antes {before}, ahora {after}</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>by %1</source>
        <translation>para %1</translation>
    </message>
    <message>
        <source>came along</source>
        <translation>llegó</translation>
    </message>
    <message>
        <source>left, %1</source>
        <translation>se fue, %1</translation>
    </message>
    <message>
        <source>left</source>
        <translation>se fue</translation>
    </message>
    <message>
        <source>here, %1</source>
        <translation>aquí, %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>%1 said</source>
        <translation>%1 dijo</translation>
    </message>
    <message>
        <source>Somebody said</source>
        <translation>Alguien dijo</translation>
    </message>
    <message>
        <source>You promised</source>
        <translation>Usted prometió</translation>
    </message>
    <message>
        <source>%1 promised</source>
        <translation>%1 prometió</translation>
    </message>
    <message>
        <source>I promised</source>
        <translation>Prometí</translation>
    </message>
    <message>
        <source>Visit that did not happen</source>
        <translation>Visita que no se hizo</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, de %2 a %3</translation>
    </message>
    <message>
        <source>%1 came at %2</source>
        <translation>%1 llegó a las %2</translation>
    </message>
    <message>
        <source>%1 left at %2</source>
        <translation>%1 se fue a las %2</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>a solas</translation>
    </message>
    <message>
        <source>did not want to take part</source>
        <translation>sin participar, por decisión propia</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>sin visita</translation>
    </message>
    <message>
        <source>seen alone</source>
        <translation>con visita a solas</translation>
    </message>
    <message>
        <source>seen, not alone</source>
        <translation>con visita, no a solas</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>con visita</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>Seis cifras</translation>
    </message>
    <message>
        <source>Lock and use the passphrase</source>
        <translation>Bloquear y usar la frase de acceso</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>That is not the PIN. {0} more before it locks.</source>
        <translation>Ese no es el PIN. Intentos antes de que se bloquee: {0}.</translation>
    </message>
</context>
<context>
    <name>CrashForm</name>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>Something in Engage did not work as it must</source>
        <translation>Algo en Engage no funcionó como debe</translation>
    </message>
    <message>
        <source>Everything you wrote is kept on this laptop. You can go on; if it happens again, lock and unlock. The report below holds places in the program and no word of any family.</source>
        <translation>Todo lo que escribió está guardado en esta computadora. Puede seguir; si vuelve a pasar, bloquee y abra de nuevo. El informe de abajo contiene lugares del programa y ninguna palabra de una familia.</translation>
    </message>
    <message>
        <source>&amp;Report for whoever helps you</source>
        <translation>&amp;Informe para quien le ayude</translation>
    </message>
    <message>
        <source>Report for whoever helps you</source>
        <translation>Informe para quien le ayude</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>A day earlier</source>
        <translation>Un día antes</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>Un día después</translation>
    </message>
    <message>
        <source>No such day. Write it like 3/14/2019.</source>
        <translation>Ese día no existe. Escríbalo así: 3/14/2019.</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>That is not a day. Write it like 3/14/2012 or 14 March 2012.</source>
        <translation>Eso no es un día. Escríbalo así: 3/14/2012 o 14 marzo 2012.</translation>
    </message>
</context>
<context>
    <name>DayPlanSheet</name>
    <message>
        <source>Your day</source>
        <translation>Su día</translation>
    </message>
    <message>
        <source>Nothing is in the calendar today.</source>
        <translation>Hoy no hay nada en el calendario.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>DaysCard</name>
    <message>
        <source>How long</source>
        <translation>Cuánto tiempo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>We look at it again</source>
        <translation>Lo revisamos</translation>
    </message>
    <message>
        <source>Until, and no longer</source>
        <translation>Hasta, y no más</translation>
    </message>
    <message>
        <source>Your agency allows {n} days at most.</source>
        <translation>Su agencia permite {n} días como máximo.</translation>
    </message>
    <message>
        <source>Without a court order your agency allows {n} days at most.</source>
        <translation>Sin orden de la corte, su agencia permite {n} días como máximo.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>DebriefPage</name>
    <message>
        <source>Finish tonight</source>
        <translation>Terminar hoy</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>paso siguiente</translation>
    </message>
    <message>
        <source>the step before</source>
        <translation>paso anterior</translation>
    </message>
    <message>
        <source>go to a step</source>
        <translation>ir a un paso</translation>
    </message>
    <message>
        <source>Space on a card</source>
        <translation>Espacio sobre una tarjeta</translation>
    </message>
    <message>
        <source>put it into the note, or take it out</source>
        <translation>ponerla en la nota o sacarla</translation>
    </message>
    <message>
        <source>F2 on a card</source>
        <translation>F2 sobre una tarjeta</translation>
    </message>
    <message>
        <source>change the words</source>
        <translation>cambiar las palabras</translation>
    </message>
    <message>
        <source>undo and redo what you typed</source>
        <translation>deshacer y rehacer lo que escribió</translation>
    </message>
    <message>
        <source>stop anywhere, it stays on Today until finished</source>
        <translation>parar donde sea; sigue en Hoy hasta terminar</translation>
    </message>
    <message>
        <source>After the visit</source>
        <translation>Después de la visita</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>La pregunta</translation>
    </message>
    <message>
        <source>The seven steps</source>
        <translation>Los siete pasos</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>alrededor de %1 más</translation>
    </message>
    <message>
        <source>This note is not on this laptop any more</source>
        <translation>Esta nota ya no está en esta computadora</translation>
    </message>
    <message>
        <source>Lay out the note</source>
        <translation>Armar la nota</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Sigue: %1</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Nothing needs you here</source>
        <translation>Aquí no hay nada por atender</translation>
    </message>
    <message>
        <source>When somebody else writes in the same place as you, both versions will stand here side by side.</source>
        <translation>Cuando otra persona escriba en el mismo lugar que usted, las dos versiones se verán aquí, una junto a la otra.</translation>
    </message>
    <message>
        <source>Nothing was settled by time</source>
        <translation>Nada se resolvió por la hora</translation>
    </message>
    <message>
        <source>Small things that two people changed at once are settled by the later time, and listed here.</source>
        <translation>En lo pequeño que dos personas cambiaron a la vez vale lo más reciente, y se ve aquí.</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>Todavía no hay nada decidido</translation>
    </message>
    <message>
        <source>Every decision stays here and can be undone, for ever.</source>
        <translation>Cada decisión queda aquí y siempre se puede deshacer.</translation>
    </message>
    <message>
        <source>and {n} older ones</source>
        <translation>y {n} más de antes</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Look: {title}, {about}</source>
        <translation>Mirar: {title}, {about}</translation>
    </message>
    <message>
        <source>Open the note</source>
        <translation>Abrir la nota</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ya lo leí</translation>
    </message>
    <message>
        <source>That is decided already, or not on this laptop any more.</source>
        <translation>Eso ya está decidido, o ya no está en esta computadora.</translation>
    </message>
    <message>
        <source>Decided. You can undo it for ever.</source>
        <translation>Decidido. Siempre lo puede deshacer.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undone. What stood before stands again.</source>
        <translation>Deshecho. Vuelve a valer lo de antes.</translation>
    </message>
    <message>
        <source>That did not work just now. Both versions are kept; try again.</source>
        <translation>No funcionó ahora. Las dos versiones están guardadas; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Write something first; an empty text helps nobody.</source>
        <translation>Escriba algo primero; un texto vacío no le sirve a nadie.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>The disk is full. Everything kept so far is safe; please free some space.</source>
        <translation>El disco está lleno. Todo lo guardado está a salvo; libere espacio, por favor.</translation>
    </message>
    <message>
        <source>That did not work. Everything you wrote is kept.</source>
        <translation>No funcionó. Todo lo que escribió está guardado.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>About this paper</source>
        <translation>Acerca de este papel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Qué muestra</translation>
    </message>
    <message>
        <source>Who, where, what matters about it</source>
        <translation>Quién, dónde, qué importa de esto</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>When it was taken or written</source>
        <translation>Cuándo se tomó o se escribió</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>De quién trata</translation>
    </message>
    <message>
        <source>The visit it is from</source>
        <translation>La visita de la que viene</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Added by {who}, {when}</source>
        <translation>Lo añadió {who}, {when}</translation>
    </message>
    <message>
        <source>That is not a day. Write it like 3/14/2026 or 14 March 2026.</source>
        <translation>Eso no es un día. Escríbalo así: 3/14/2026 o 14 de marzo de 2026.</translation>
    </message>
</context>
<context>
    <name>DocumentsPart</name>
    <message>
        <source>Papers</source>
        <translation>Papeles</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>look at this paper</source>
        <translation>ver este papel</translation>
    </message>
    <message>
        <source>add from the clipboard</source>
        <translation>añadir desde el portapapeles</translation>
    </message>
    <message>
        <source>the paper before, the next one</source>
        <translation>el papel anterior, el siguiente</translation>
    </message>
    <message>
        <source>nearer, farther, all of it, turn it</source>
        <translation>acercar, alejar, verlo entero, girarlo</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Re Pág, Av Pág</translation>
    </message>
    <message>
        <source>the pages of a paper</source>
        <translation>las páginas de un papel</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>back to all papers</source>
        <translation>volver a todos los papeles</translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation>Añadir papeles</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>There is no file or picture in the clipboard.</source>
        <translation>No hay ningún archivo ni imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>Let go to add it</source>
        <translation>Suelte para añadirlo</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>Imagen soltada</translation>
    </message>
    <message>
        <source>Save a copy outside Engage?</source>
        <translation>¿Guardar una copia fuera de Engage?</translation>
    </message>
    <message>
        <source>Nothing protects the copy there: whoever uses this laptop or that place can open it. Files from others can also do harm in other programs. Delete the copy when it has done its work.</source>
        <translation>Allí nada protege la copia: quien use esta computadora o ese lugar puede abrirla. Además, los archivos de otras personas pueden causar daño en otros programas. Borre la copia cuando ya no haga falta.</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Elegir un lugar…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>A copy was saved outside. Nothing protects it there.</source>
        <translation>Se guardó una copia fuera. Allí nada la protege.</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>Añadir papeles…</translation>
    </message>
    <message>
        <source>Ink page</source>
        <translation>Página a mano</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>No papers yet</source>
        <translation>Aún no hay papeles</translation>
    </message>
    <message>
        <source>A photo of the new room, the school’s letter, the page Mateo drew: they are kept here, encrypted. Drop files on this page, paste, or choose them.</source>
        <translation>Una foto del cuarto nuevo, la carta de la escuela, la página que dibujó Mateo: aquí se guardan, cifradas. Suelte archivos en esta página, péguelos o elíjalos.</translation>
    </message>
    <message>
        <source>Nothing like that here</source>
        <translation>Aquí no hay nada así</translation>
    </message>
    <message>
        <source>No paper fits what is chosen above.</source>
        <translation>Ningún papel coincide con lo elegido arriba.</translation>
    </message>
    <message>
        <source>Show all papers</source>
        <translation>Mostrar todos los papeles</translation>
    </message>
    <message>
        <source>1 paper</source>
        <translation>1 papel</translation>
    </message>
    <message>
        <source>{n} papers</source>
        <translation>{n} papeles</translation>
    </message>
    <message>
        <source>files on this laptop only</source>
        <translation>archivos solo en esta computadora</translation>
    </message>
    <message>
        <source>The page is kept.</source>
        <translation>La página quedó guardada.</translation>
    </message>
    <message>
        <source>Remove this paper?</source>
        <translation>¿Quitar este papel?</translation>
    </message>
    <message>
        <source>The papers cannot be shown just now</source>
        <translation>Ahora mismo no se pueden mostrar los papeles</translation>
    </message>
</context>
<context>
    <name>DueChips</name>
    <message>
        <source>Another day</source>
        <translation>Otro día</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
</context>
<context>
    <name>EffortCard</name>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <translation>Cambiar: {what}</translation>
    </message>
</context>
<context>
    <name>EffortForm</name>
    <message>
        <source>What was tried</source>
        <translation>Lo que se intentó</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Whom or what exactly</source>
        <translation>A quién o qué exactamente</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>En qué quedó</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>El próximo paso</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>This rests until the safety review is done. Keep it only if it happened before.</source>
        <translation>Esto espera hasta que termine la revisión de seguridad. Consérvelo solo si ocurrió antes.</translation>
    </message>
    <message>
        <source>Remove this search?</source>
        <translation>¿Quitar esta búsqueda?</translation>
    </message>
</context>
<context>
    <name>EffortWords</name>
    <message>
        <source>Safety review: {state}</source>
        <translation>Revisión de seguridad: {state}</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>volver a buscar</translation>
    </message>
    <message>
        <source>Next: {what}</source>
        <translation>Próximo paso: {what}</translation>
    </message>
    <message>
        <source>Next: {what} · was due {day}</source>
        <translation>Próximo paso: {what} · vencía {day}</translation>
    </message>
    <message>
        <source>Next: {what} · by {day}</source>
        <translation>Próximo paso: {what} · para {day}</translation>
    </message>
</context>
<context>
    <name>EndSheet</name>
    <message>
        <source>Until when?</source>
        <translation>¿Hasta cuándo?</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>El último día</translation>
    </message>
    <message>
        <source>Empty means it goes on</source>
        <translation>Vacío quiere decir que sigue</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>El final está antes del principio.</translation>
    </message>
</context>
<context>
    <name>Engage</name>
    <message>
        <source>Nobody else can read this laptop</source>
        <translation>Nadie más puede leer esta computadora</translation>
    </message>
    <message>
        <source>Whichever you choose, nobody else can read this laptop</source>
        <translation>Elija lo que elija, nadie más puede leer esta computadora</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Everything you wrote is kept on this laptop.</source>
        <translation>Todo lo que escribió está guardado en esta computadora.</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>still open</source>
        <translation>falta decirlo</translation>
    </message>
</context>
<context>
    <name>FactSentence</name>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>con %1</translation>
    </message>
</context>
<context>
    <name>FactSheet</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>Spanish and English; Ms Ortiz interpreted</source>
        <translation>Español e inglés; interpretó la Sra. Ortiz</translation>
    </message>
    <message>
        <source>When did it happen?</source>
        <translation>¿Cuándo fue?</translation>
    </message>
    <message>
        <source>Where and how?</source>
        <translation>¿Dónde y cómo?</translation>
    </message>
    <message>
        <source>Who was there?</source>
        <translation>¿Quién estuvo?</translation>
    </message>
    <message>
        <source>How did you see each child?</source>
        <translation>¿Cómo vio a cada niño?</translation>
    </message>
    <message>
        <source>Nothing is answered for you.</source>
        <translation>Nadie contesta por usted.</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>This is when it was first written down. It stays as it is, beside the time it happened.</source>
        <translation>Es cuando se anotó por primera vez. Queda así, junto a la hora en que pasó.</translation>
    </message>
    <message>
        <source>What kind of contact was it?</source>
        <translation>¿Qué tipo de contacto fue?</translation>
    </message>
    <message>
        <source>What was it for?</source>
        <translation>¿Para qué fue?</translation>
    </message>
    <message>
        <source>Which language was spoken?</source>
        <translation>¿En qué idioma se habló?</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Happened</source>
        <translation>Cuándo fue</translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation>Dónde y cómo</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Niñas y niños</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>FamiliesView</name>
    <message>
        <source>Families</source>
        <translation>Familias</translation>
    </message>
    <message>
        <source>Search names, case numbers, words in notes</source>
        <translation>Busque nombres, números de caso, palabras de las notas</translation>
    </message>
    <message>
        <source>Search families, people, notes</source>
        <translation>Buscar familias, personas, notas</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordenar</translation>
    </message>
    <message>
        <source>By need</source>
        <translation>Por necesidad</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Próxima visita</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Nueva familia</translation>
    </message>
    <message>
        <source>Search runs on this laptop only; nothing you type leaves it</source>
        <translation>La búsqueda ocurre solo en esta computadora; nada de lo que escribe sale de ella</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>From the search to the families</source>
        <translation>De la búsqueda a las familias</translation>
    </message>
    <message>
        <source>{families} found</source>
        <translation>{families} en el resultado</translation>
    </message>
    <message>
        <source>{n} others</source>
        <translation>{n} más sin coincidencia</translation>
    </message>
    <message>
        <source>1 other</source>
        <translation>1 más sin coincidencia</translation>
    </message>
    <message>
        <source>The families could not be read</source>
        <translation>No se pudieron leer las familias</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>Todavía no hay familias</translation>
    </message>
    <message>
        <source>This is where your families live. Start with one you will see soon; a name is enough.</source>
        <translation>Aquí están sus familias. Empiece con una que verá pronto; basta un nombre.</translation>
    </message>
    <message>
        <source>Nobody by those words</source>
        <translation>Nadie con esas palabras</translation>
    </message>
    <message>
        <source>Any spelling will do, accents or not. Case numbers and words from a note work too.</source>
        <translation>Sirve cualquier manera de escribirlo, con o sin acentos. También números de caso y palabras de una nota.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Vaciar la búsqueda</translation>
    </message>
</context>
<context>
    <name>FamilyCards</name>
    <message>
        <source>{language} at home</source>
        <translation>{language} en casa</translation>
    </message>
    <message>
        <source>missed: {why}</source>
        <translation>no se hizo: {why}</translation>
    </message>
    <message>
        <source>still looking</source>
        <translation>seguimos buscando</translation>
    </message>
    <message>
        <source>not expected, reason kept</source>
        <translation>no se espera, motivo guardado</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>todavía sin contacto</translation>
    </message>
    <message>
        <source>Check Safety before sharing</source>
        <translation>Consulte Seguridad antes de compartir</translation>
    </message>
</context>
<context>
    <name>FamilyView</name>
    <message>
        <source>Parts of the family’s workspace</source>
        <translation>Partes del espacio de la familia</translation>
    </message>
    <message>
        <source>This family is moving to a colleague</source>
        <translation>Esta familia pasa a un colega</translation>
    </message>
    <message>
        <source>You can still read it here. What you wrote is handed over first.</source>
        <translation>Todavía la puede leer aquí. Primero se entrega lo que usted escribió.</translation>
    </message>
    <message>
        <source>Everything here is kept on this laptop</source>
        <translation>Todo lo de aquí está guardado en esta computadora</translation>
    </message>
    <message>
        <source>start a visit</source>
        <translation>empezar una visita</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Izquierda</translation>
    </message>
    <message>
        <source>back</source>
        <translation>atrás</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>Apoyos</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>Comprender</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Soluciones</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Empezar visita</translation>
    </message>
    <message>
        <source>Interpreter: {what}</source>
        <translation>Intérprete: {what}</translation>
    </message>
    <message>
        <source>Check Safety before sharing</source>
        <translation>Consulte Seguridad antes de compartir</translation>
    </message>
    <message>
        <source>This family</source>
        <translation>Esta familia</translation>
    </message>
    <message>
        <source>Saved {time} on this laptop</source>
        <translation>Guardado a las {time} en esta computadora</translation>
    </message>
</context>
<context>
    <name>FamilyWords</name>
    <message>
        <source>In their words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>A number on the scale</source>
        <translation>Un número en la escala</translation>
    </message>
    <message>
        <source>Three areas of a child</source>
        <translation>Las tres áreas de un niño</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Apoyo</translation>
    </message>
    <message>
        <source>In a child’s life</source>
        <translation>En la vida de un niño</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>El plan</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Two versions of what was said</source>
        <translation>Dos versiones de lo que se dijo</translation>
    </message>
    <message>
        <source>Two numbers for one answer</source>
        <translation>Dos números para una respuesta</translation>
    </message>
    <message>
        <source>Two versions of one child’s areas</source>
        <translation>Dos versiones de las áreas de un niño</translation>
    </message>
    <message>
        <source>Two versions of one child’s words</source>
        <translation>Dos versiones de las palabras de un niño</translation>
    </message>
    <message>
        <source>Two versions of one support</source>
        <translation>Dos versiones de un apoyo</translation>
    </message>
    <message>
        <source>Two versions of one time in a child’s life</source>
        <translation>Dos versiones de una época en la vida de un niño</translation>
    </message>
    <message>
        <source>Two versions of one search</source>
        <translation>Dos versiones de una búsqueda</translation>
    </message>
    <message>
        <source>Two versions of one plan</source>
        <translation>Dos versiones de un plan</translation>
    </message>
    <message>
        <source>Two versions of what somebody said to the plan</source>
        <translation>Dos versiones de lo que alguien dijo del plan</translation>
    </message>
    <message>
        <source>Two versions of one goal</source>
        <translation>Dos versiones de una meta</translation>
    </message>
    <message>
        <source>Two versions of one service</source>
        <translation>Dos versiones de un servicio</translation>
    </message>
    <message>
        <source>Two versions about one photo or scan</source>
        <translation>Dos versiones sobre una foto o un escaneo</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>El final está antes del comienzo.</translation>
    </message>
    <message>
        <source>A safety plan that is offered needs a last day.</source>
        <translation>Un plan de seguridad que se ofrece necesita un último día.</translation>
    </message>
    <message>
        <source>A number on the scale lies between 0 and 10.</source>
        <translation>Un número en la escala está entre 0 y 10.</translation>
    </message>
    <message>
        <source>One person answers for a step: somebody of the family or one of us.</source>
        <translation>Una sola persona responde por un paso: alguien de la familia o alguien de nosotros.</translation>
    </message>
    <message>
        <source>A tie needs two people.</source>
        <translation>Un lazo necesita dos personas.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>Word for word</source>
        <translation>Palabra por palabra</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Lo dijo</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>Sobre quién</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>Se dijo el</translation>
    </message>
    <message>
        <source>How much it matters</source>
        <translation>Cuánto importa</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Their words</source>
        <translation>Sus palabras</translation>
    </message>
    <message>
        <source>Asked alone</source>
        <translation>Se preguntó a solas</translation>
    </message>
    <message>
        <source>Talked on</source>
        <translation>Se habló el</translation>
    </message>
    <message>
        <source>Order of the areas</source>
        <translation>Orden de las áreas</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Se le leyó</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Compartido con</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>What was agreed about sharing</source>
        <translation>Lo que se acordó sobre compartirlo</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>How it was told</source>
        <translation>Cómo se contó</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>Un servicio</translation>
    </message>
    <message>
        <source>How strong</source>
        <translation>Qué tan fuerte</translation>
    </message>
    <message>
        <source>Brings stress</source>
        <translation>Trae tensión</translation>
    </message>
    <message>
        <source>What flows</source>
        <translation>Qué fluye</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Círculo</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Más sobre esto</translation>
    </message>
    <message>
        <source>Roughly</source>
        <translation>Más o menos</translation>
    </message>
    <message>
        <source>More about where</source>
        <translation>Más sobre dónde</translation>
    </message>
    <message>
        <source>Searched on</source>
        <translation>Se buscó el</translation>
    </message>
    <message>
        <source>Searched by</source>
        <translation>Buscó</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Next on</source>
        <translation>Lo próximo, el</translation>
    </message>
    <message>
        <source>Safety review</source>
        <translation>Revisión de seguridad</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Quién es</translation>
    </message>
    <message>
        <source>Twins</source>
        <translation>Gemelos o mellizos</translation>
    </message>
    <message>
        <source>Identical twins</source>
        <translation>Gemelos idénticos</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>De qué se trata</translation>
    </message>
    <message>
        <source>Responsible adults</source>
        <translation>Adultos responsables</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Comienza</translation>
    </message>
    <message>
        <source>Looked at again on</source>
        <translation>Se revisa el</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Ofrecido</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cómo terminó</translation>
    </message>
    <message>
        <source>What they say to it</source>
        <translation>Qué dicen del plan</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>De quién son las palabras</translation>
    </message>
    <message>
        <source>In the agency’s words</source>
        <translation>En palabras de la agencia</translation>
    </message>
    <message>
        <source>Required by the agency</source>
        <translation>Lo exige la agencia</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>When, in words</source>
        <translation>Cuándo, en palabras</translation>
    </message>
    <message>
        <source>Whose step</source>
        <translation>De quién es el paso</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Cerrado el</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Lo pidió</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Se pidió el</translation>
    </message>
    <message>
        <source>Who offers it</source>
        <translation>Quién lo ofrece</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>Qué lo impide</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Referred on</source>
        <translation>Referido el</translation>
    </message>
    <message>
        <source>Started on</source>
        <translation>Comenzó el</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Terminó el</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>Quién aparece</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Se tomó el</translation>
    </message>
</context>
<context>
    <name>FewWordsSheet</name>
    <message>
        <source>A few words</source>
        <translation>Unas palabras</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>En pocas palabras</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
</context>
<context>
    <name>FinalCard</name>
    <message>
        <source>This note is final</source>
        <translation>Esta nota es final</translation>
    </message>
    <message>
        <source>Its words, times and names are fixed. Later thoughts stand beside them as addenda.</source>
        <translation>Sus palabras, horas y nombres quedan fijos. Lo que venga después va al lado, en añadidos.</translation>
    </message>
</context>
<context>
    <name>FinalView</name>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>This note has no words; its facts stand above.</source>
        <translation>Esta nota no tiene palabras; sus datos están arriba.</translation>
    </message>
    <message>
        <source>Add an addendum</source>
        <translation>Escribir un añadido</translation>
    </message>
    <message>
        <source>Addendum</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>What you want to add; the words above stay as they are.</source>
        <translation>Lo que quiere añadir; las palabras de arriba quedan como están.</translation>
    </message>
    <message>
        <source>Add it for good</source>
        <translation>Añadirlo para siempre</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>La nota</translation>
    </message>
    <message>
        <source>Addendum · %1 · %2</source>
        <translation>Añadido · %1 · %2</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>un colega</translation>
    </message>
</context>
<context>
    <name>FinaliseCard</name>
    <message>
        <source>When you finalise</source>
        <translation>Al finalizar</translation>
    </message>
    <message>
        <source>These words, times and names stay as they are, for good. Later thoughts go in an addendum beside them.</source>
        <translation>Estas palabras, horas y nombres quedan como están, para siempre. Lo que venga después va al lado, en un añadido.</translation>
    </message>
    <message>
        <source>Finalise…</source>
        <translation>Finalizar…</translation>
    </message>
</context>
<context>
    <name>FinaliseSheet</name>
    <message>
        <source>Finalise this note?</source>
        <translation>¿Finalizar esta nota?</translation>
    </message>
    <message>
        <source>This has to be answered first</source>
        <translation>Primero hay que contestar esto</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Conviene saber</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>These words, times and names stay as they are, for good: %1.</source>
        <translation>Estas palabras, horas y nombres quedan como están, para siempre: %1.</translation>
    </message>
    <message>
        <source>Later thoughts go in an addendum beside them.</source>
        <translation>Lo que venga después va al lado, en un añadido.</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>When did it happen?</source>
        <translation>¿Cuándo fue?</translation>
    </message>
    <message>
        <source>It is not known when this was first written down.</source>
        <translation>No se sabe cuándo se anotó esto por primera vez.</translation>
    </message>
    <message>
        <source>It is not known who wrote this.</source>
        <translation>No se sabe quién escribió esto.</translation>
    </message>
    <message>
        <source>How did it happen: in person, by phone?</source>
        <translation>¿Cómo fue: en persona, por teléfono?</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Termina antes de empezar.</translation>
    </message>
    <message>
        <source>It lies in the future.</source>
        <translation>Está en el futuro.</translation>
    </message>
    <message>
        <source>Was %1 seen alone? Yes, no or n/a.</source>
        <translation>¿Vio a %1 a solas? Sí, no o n/c.</translation>
    </message>
    <message>
        <source>Somebody else changed “%1” meanwhile.</source>
        <translation>Otra persona cambió «%1» mientras tanto.</translation>
    </message>
    <message>
        <source>When it ended is open.</source>
        <translation>Falta decir cuándo terminó.</translation>
    </message>
    <message>
        <source>Nobody is named as having been there.</source>
        <translation>No se nombra a nadie presente.</translation>
    </message>
    <message>
        <source>Where it was is open.</source>
        <translation>Falta decir dónde fue.</translation>
    </message>
    <message>
        <source>What kind of contact it was is open.</source>
        <translation>Falta decir qué tipo de contacto fue.</translation>
    </message>
    <message>
        <source>There are no words in this note.</source>
        <translation>Esta nota no tiene palabras.</translation>
    </message>
    <message>
        <source>This is not %1’s monthly visit: not seen in person.</source>
        <translation>Esta no es la visita mensual de %1: no hubo encuentro en persona.</translation>
    </message>
    <message>
        <source>An attempt shows your effort; it does not count as a visit.</source>
        <translation>Un intento muestra su esfuerzo; no cuenta como visita.</translation>
    </message>
</context>
<context>
    <name>FindFamilySheet</name>
    <message>
        <source>Which family?</source>
        <translation>¿Qué familia?</translation>
    </message>
    <message>
        <source>Name or case number</source>
        <translation>Nombre o número de caso</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familias</translation>
    </message>
    <message>
        <source>Nobody by that name is on this laptop.</source>
        <translation>Nadie con ese nombre está en esta computadora.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>FirstPlan</name>
    <message>
        <source>What do they want to be different?</source>
        <translation>¿Qué quieren que sea diferente?</translation>
    </message>
    <message>
        <source>A plan begins with their words. Write down one goal as they say it; the steps come after it.</source>
        <translation>Un plan empieza con sus palabras. Anote una meta como la dicen; los pasos vienen después.</translation>
    </message>
    <message>
        <source>Begin the family plan</source>
        <translation>Empezar el plan de la familia</translation>
    </message>
    <message>
        <source>A safety plan for today</source>
        <translation>Un plan de seguridad para hoy</translation>
    </message>
    <message>
        <source>A plan for one parent alone…</source>
        <translation>Un plan para uno solo de los padres…</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome. Which door is yours today?</source>
        <translation>Le damos la bienvenida. ¿Cuál es su puerta hoy?</translation>
    </message>
    <message>
        <source>You can walk back out and take another. Nothing you write is ever lost.</source>
        <translation>Puede volver a salir y tomar otra. Nada de lo que escribe se pierde.</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Try it with a sample caseload</source>
        <translation>Probarlo con casos de ejemplo</translation>
    </message>
    <message>
        <source>Invented families and a full day of visits. Nothing here is real; nothing can go wrong.</source>
        <translation>Familias inventadas y un día entero de visitas. Nada es real; nada puede salir mal.</translation>
    </message>
    <message>
        <source>Ready in a minute</source>
        <translation>Listo en un minuto</translation>
    </message>
    <message>
        <source>Join my agency</source>
        <translation>Unirme a mi agencia</translation>
    </message>
    <message>
        <source>Have the code from your agency at hand. This is the only step that needs a connection.</source>
        <translation>Tenga a mano el código de su agencia. Es el único paso que necesita conexión.</translation>
    </message>
    <message>
        <source>Five minutes, once</source>
        <translation>Cinco minutos, una sola vez</translation>
    </message>
    <message>
        <source>Work alone for now</source>
        <translation>Trabajar por mi cuenta por ahora</translation>
    </message>
    <message>
        <source>Everything stays on this laptop. Join an agency later, and every word you wrote comes with you.</source>
        <translation>Todo se queda en esta computadora. Más tarde puede unirse a una agencia, y cada palabra que escribió va con usted.</translation>
    </message>
</context>
<context>
    <name>Folk</name>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>That is not a day. Write it like 3/14/2012 or 14 March 2012.</source>
        <translation>Eso no es un día. Escríbalo así: 3/14/2012 o 14 marzo 2012.</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
</context>
<context>
    <name>GenogramBoard</name>
    <message>
        <source>The family, drawn</source>
        <translation>La familia, dibujada</translation>
    </message>
    <message>
        <source>Tidy up: forget where people were put</source>
        <translation>Ordenar: olvidar dónde se puso a cada persona</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <translation>Qué significan los signos</translation>
    </message>
    <message>
        <source>More: from whom it is seen, how far, on which day</source>
        <translation>Más: desde quién se mira, hasta dónde, en qué día</translation>
    </message>
    <message>
        <source>The family, read as a list</source>
        <translation>La familia, leída como lista</translation>
    </message>
    <message>
        <source>Draw the family together</source>
        <translation>Dibujar la familia juntos</translation>
    </message>
    <message>
        <source>Begin with a child, then who cares for it. Everybody you add here is written down, and the drawing grows by itself.</source>
        <translation>Empiece por un niño o una niña y luego por quien le cuida. Cada persona que añada queda anotada, y el dibujo crece solo.</translation>
    </message>
    <message>
        <source>Add the first person</source>
        <translation>Añadir la primera persona</translation>
    </message>
    <message>
        <source>The drawing cannot be shown just now</source>
        <translation>El dibujo no se puede mostrar ahora</translation>
    </message>
</context>
<context>
    <name>GenogramWords</name>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>+{n} folded</source>
        <translation>+{n} ocultos</translation>
    </message>
    <message>
        <source>m. {year}</source>
        <translation>c. {year}</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>desde {year}</translation>
    </message>
    <message>
        <source>d. {year}</source>
        <translation>div. {year}</translation>
    </message>
    <message>
        <source>sep. {year}</source>
        <translation>separ. {year}</translation>
    </message>
    <message>
        <source>the one it is seen from</source>
        <translation>la persona desde quien se mira</translation>
    </message>
    <message>
        <source>parent of {name}</source>
        <translation>padre o madre de {name}</translation>
    </message>
    <message>
        <source>child of {name}</source>
        <translation>hijo o hija de {name}</translation>
    </message>
    <message>
        <source>partner of {name}</source>
        <translation>pareja de {name}</translation>
    </message>
    <message>
        <source>former partner of {name}</source>
        <translation>expareja de {name}</translation>
    </message>
    <message>
        <source>brother or sister of {name}</source>
        <translation>hermano o hermana de {name}</translation>
    </message>
    <message>
        <source>half brother or sister of {name}</source>
        <translation>medio hermano o media hermana de {name}</translation>
    </message>
    <message>
        <source>partner of a parent of {name}</source>
        <translation>pareja del padre o de la madre de {name}</translation>
    </message>
    <message>
        <source>grandparent of {name}</source>
        <translation>abuelo o abuela de {name}</translation>
    </message>
    <message>
        <source>grandchild of {name}</source>
        <translation>nieto o nieta de {name}</translation>
    </message>
    <message>
        <source>great-grandparent of {name}</source>
        <translation>bisabuelo o bisabuela de {name}</translation>
    </message>
    <message>
        <source>aunt or uncle of {name}</source>
        <translation>tío o tía de {name}</translation>
    </message>
    <message>
        <source>niece or nephew of {name}</source>
        <translation>sobrino o sobrina de {name}</translation>
    </message>
    <message>
        <source>cousin of {name}</source>
        <translation>primo o prima de {name}</translation>
    </message>
    <message>
        <source>died at {age}</source>
        <translation>falleció a los {age}</translation>
    </message>
    <message>
        <source>has died</source>
        <translation>ha fallecido</translation>
    </message>
    <message>
        <source>Lives in: {home}</source>
        <translation>Vive en: {home}</translation>
    </message>
    <message>
        <source>Placed: {where}</source>
        <translation>Acogimiento: {where}</translation>
    </message>
    <message>
        <source>{n} more near to them, not drawn</source>
        <translation>{n} más cercanos, sin dibujar</translation>
    </message>
    <message>
        <source>Parents together</source>
        <translation>Padres juntos</translation>
    </message>
    <message>
        <source>Parents: {people}</source>
        <translation>Padres: {people}</translation>
    </message>
    <message>
        <source>Children: {people}</source>
        <translation>Hijos: {people}</translation>
    </message>
    <message>
        <source>Born together with {people}</source>
        <translation>Nacido junto con {people}</translation>
    </message>
    <message>
        <source>Brothers and sisters: {people}</source>
        <translation>Hermanos: {people}</translation>
    </message>
    <message>
        <source>Nobody is drawn yet.</source>
        <translation>Todavía no hay nadie dibujado.</translation>
    </message>
    <message>
        <source>{people} people in {rows} generations, {homes} households.</source>
        <translation>{people} personas en {rows} generaciones, {homes} hogares.</translation>
    </message>
    <message>
        <source>As of {day}.</source>
        <translation>A fecha de {day}.</translation>
    </message>
    <message>
        <source>{n} people are not drawn.</source>
        <translation>{n} personas no están dibujadas.</translation>
    </message>
    <message>
        <source>due {month}</source>
        <translation>para {month}</translation>
    </message>
    <message>
        <source>died {year}</source>
        <translation>falleció en {year}</translation>
    </message>
</context>
<context>
    <name>GoalEditor</name>
    <message>
        <source>In the family’s own words</source>
        <translation>En las palabras de la familia</translation>
    </message>
    <message>
        <source>What the agency would write</source>
        <translation>Lo que escribiría la agencia</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>De quién son las palabras</translation>
    </message>
    <message>
        <source>Nobody’s in particular</source>
        <translation>De nadie en particular</translation>
    </message>
    <message>
        <source>The agency requires this goal</source>
        <translation>La agencia exige esta meta</translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation>Terminé de escribir</translation>
    </message>
    <message>
        <source>They said already</source>
        <translation>Ya dijeron</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>Usar estas palabras</translation>
    </message>
</context>
<context>
    <name>GoalPanel</name>
    <message>
        <source>Goal {n}</source>
        <translation>Meta {n}</translation>
    </message>
    <message>
        <source>Goal {n}, in {name}’s words</source>
        <translation>Meta {n}, en palabras de {name}</translation>
    </message>
    <message>
        <source>Required by the agency</source>
        <translation>Lo exige la agencia</translation>
    </message>
    <message>
        <source>Change the words of this goal</source>
        <translation>Cambiar las palabras de esta meta</translation>
    </message>
    <message>
        <source>Agency wording: {words}</source>
        <translation>Palabras de la agencia: {words}</translation>
    </message>
    <message>
        <source>More about this goal</source>
        <translation>Más sobre esta meta</translation>
    </message>
    <message>
        <source>This goal</source>
        <translation>Esta meta</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Goal removed; the history keeps it.</source>
        <translation>Meta quitada; el historial la guarda.</translation>
    </message>
</context>
<context>
    <name>GoalsGlance</name>
    <message>
        <source>What we are working on</source>
        <translation>En lo que trabajamos</translation>
    </message>
</context>
<context>
    <name>GoalsPanel</name>
    <message>
        <source>Another goal</source>
        <translation>Otra meta</translation>
    </message>
    <message>
        <source>Everyone’s answer</source>
        <translation>La respuesta de todos</translation>
    </message>
    <message>
        <source>What you are working on</source>
        <translation>En lo que trabajan</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>HitsPanel</name>
    <message>
        <source>Newest</source>
        <translation>Lo más nuevo</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Mejor coincidencia</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>No note says this.</source>
        <translation>Ninguna nota lo dice.</translation>
    </message>
    <message>
        <source>In your notes</source>
        <translation>En sus notas</translation>
    </message>
</context>
<context>
    <name>HomeSheet</name>
    <message>
        <source>Where do they live?</source>
        <translation>¿Dónde vive?</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>Another household</source>
        <translation>Otro hogar</translation>
    </message>
    <message>
        <source>What the household is called</source>
        <translation>Cómo se llama el hogar</translation>
    </message>
    <message>
        <source>For example: Lucía’s home</source>
        <translation>Por ejemplo: casa de Lucía</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Cómo se llama</translation>
    </message>
    <message>
        <source>A name, not the address</source>
        <translation>Un nombre, no la dirección</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
</context>
<context>
    <name>HomesForm</name>
    <message>
        <source>Where they live</source>
        <translation>Dónde vive</translation>
    </message>
    <message>
        <source>Lives with…</source>
        <translation>Vive con…</translation>
    </message>
    <message>
        <source>Placed…</source>
        <translation>Colocación…</translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>con {names}</translation>
    </message>
    <message>
        <source>Nothing written down yet.</source>
        <translation>Todavía no hay nada anotado.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <translation>Cambiar: {what}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} a {end}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>Remove this?</source>
        <translation>¿Quitar esto?</translation>
    </message>
</context>
<context>
    <name>IdeaCard</name>
    <message>
        <source>Make it a step</source>
        <translation>Hacerlo un paso</translation>
    </message>
    <message>
        <source>Make it a step: {what}</source>
        <translation>Hacerlo un paso: {what}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Leave it aside: {what}</source>
        <translation>Dejar de lado: {what}</translation>
    </message>
    <message>
        <source>Left aside.</source>
        <translation>Dejado de lado.</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>Dónde va</translation>
    </message>
    <message>
        <source>First write a goal under Plan…</source>
        <translation>Primero escriba una meta en Plan…</translation>
    </message>
</context>
<context>
    <name>IdeasPanel</name>
    <message>
        <source>Not looked yet</source>
        <translation>Donde aún no se ha buscado</translation>
    </message>
    <message>
        <source>Who was there before?</source>
        <translation>¿Quién estuvo antes?</translation>
    </message>
    <message>
        <source>The years of a child name people nobody thought of: a coach, an aunt, a neighbour.</source>
        <translation>Los años de un niño o una niña nombran a personas en quienes nadie pensó: un entrenador, una tía, una vecina.</translation>
    </message>
    <message>
        <source>{place}: rests until the review is done</source>
        <translation>{place}: espera hasta que termine la revisión</translation>
    </message>
    <message>
        <source>Press what was tried today; the rest can be written after.</source>
        <translation>Pulse lo que se intentó hoy; lo demás se puede escribir después.</translation>
    </message>
    <message>
        <source>Every place on the list was tried. Some are worth a second look.</source>
        <translation>Se intentó en todos los lugares de la lista. En algunos vale la pena volver a mirar.</translation>
    </message>
    <message>
        <source>{name}’s years</source>
        <translation>Los años de {name}</translation>
    </message>
    <message>
        <source>Looked today for {name}: {place}</source>
        <translation>Hoy se buscó a {name}: {place}</translation>
    </message>
    <message>
        <source>What would they do themselves?</source>
        <translation>¿Qué harían ellos mismos?</translation>
    </message>
    <message>
        <source>What would help, as they say it</source>
        <translation>Lo que ayudaría, como lo dicen</translation>
    </message>
    <message>
        <source>Keep the idea</source>
        <translation>Guardar la idea</translation>
    </message>
    <message>
        <source>Their own ideas first</source>
        <translation>Primero, sus propias ideas</translation>
    </message>
    <message>
        <source>Write a goal under Plan first; then an idea can become its step.</source>
        <translation>Primero escriba una meta en Plan; luego una idea puede ser su paso.</translation>
    </message>
    <message>
        <source>It is a step now. You find it under Plan.</source>
        <translation>Ya es un paso. Está en Plan.</translation>
    </message>
</context>
<context>
    <name>InkPad</name>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>Aún no hay nada dibujado.</translation>
    </message>
    <message>
        <source>Lines drawn: {n}.</source>
        <translation>Líneas dibujadas: {n}.</translation>
    </message>
    <message>
        <source>With the keys: the arrows move the pen, Space puts it down and lifts it.</source>
        <translation>Con el teclado: las flechas mueven el lápiz, la barra espaciadora lo apoya y lo levanta.</translation>
    </message>
</context>
<context>
    <name>InkPicture</name>
    <message>
        <source>Lines drawn: {n}.</source>
        <translation>Líneas dibujadas: {n}.</translation>
    </message>
</context>
<context>
    <name>InkSheet</name>
    <message>
        <source>Ink page</source>
        <translation>Página a mano</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>La página</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Seguir después</translation>
    </message>
    <message>
        <source>Keep the page</source>
        <translation>Guardar la página</translation>
    </message>
    <message>
        <source>This page was begun before; go on with it.</source>
        <translation>Esta página se empezó antes; puede seguir con ella.</translation>
    </message>
    <message>
        <source>This page is full. Keep it and begin another one.</source>
        <translation>Esta página está llena. Guárdela y empiece otra.</translation>
    </message>
</context>
<context>
    <name>InkTools</name>
    <message>
        <source>Thin</source>
        <translation>Fino</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mediano</translation>
    </message>
    <message>
        <source>Thick</source>
        <translation>Grueso</translation>
    </message>
    <message>
        <source>Rubber: wipe a line away</source>
        <translation>Goma: borrar una línea</translation>
    </message>
    <message>
        <source>Take the last line back</source>
        <translation>Quitar la última línea</translation>
    </message>
    <message>
        <source>Bring the line back</source>
        <translation>Volver a poner la línea</translation>
    </message>
    <message>
        <source>A clean page</source>
        <translation>Una hoja limpia</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Negro</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Morado</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Marrón</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Adding papers</source>
        <translation>Añadiendo papeles</translation>
    </message>
    <message>
        <source>{n} of {all}: {name}</source>
        <translation>{n} de {all}: {name}</translation>
    </message>
    <message>
        <source>… and {n} more.</source>
        <translation>… y {n} más.</translation>
    </message>
    <message>
        <source>1 file was not added</source>
        <translation>No se añadió 1 archivo</translation>
    </message>
    <message>
        <source>{n} files were not added</source>
        <translation>No se añadieron {n} archivos</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>Añadido.</translation>
    </message>
    <message>
        <source>{n} papers added.</source>
        <translation>Se añadieron {n} papeles.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Join my agency</source>
        <translation>Unirme a mi agencia</translation>
    </message>
    <message>
        <source>Your administrator gave you a code for this laptop. It is used once and needs a connection now.</source>
        <translation>Su administrador le dio un código para esta computadora. Se usa una sola vez y ahora necesita conexión.</translation>
    </message>
    <message>
        <source>Code for this laptop</source>
        <translation>Código para esta computadora</translation>
    </message>
    <message>
        <source>Name for signing in</source>
        <translation>Nombre para entrar</translation>
    </message>
    <message>
        <source>Password at the agency</source>
        <translation>Contraseña en la agencia</translation>
    </message>
    <message>
        <source>Letters and digits in groups; capitals and dashes do not matter.</source>
        <translation>Letras y cifras en grupos; no importan las mayúsculas ni los guiones.</translation>
    </message>
    <message>
        <source>It is used this once and not kept.</source>
        <translation>Se usa esta única vez y no se guarda.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirme</translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation>Falta el código.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Falta el nombre.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Falta la contraseña.</translation>
    </message>
    <message>
        <source>Talking to the agency…</source>
        <translation>Hablando con la agencia…</translation>
    </message>
    <message>
        <source>One letter or digit of the code is wrong. Compare it with the sheet once more.</source>
        <translation>Una letra o cifra del código no es correcta. Compárelo otra vez con la hoja.</translation>
    </message>
    <message>
        <source>The code is not complete yet.</source>
        <translation>El código todavía no está completo.</translation>
    </message>
    <message>
        <source>This code is for a newer Engage. Please update Engage here.</source>
        <translation>Este código es para un Engage más nuevo. Actualice Engage aquí.</translation>
    </message>
    <message>
        <source>That is not a code from an agency. It has letters and digits in groups.</source>
        <translation>Ese no es un código de una agencia. Tiene letras y cifras en grupos.</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>Lo que escribió sigue aquí.</translation>
    </message>
    <message>
        <source>The agency cannot be reached from here.</source>
        <translation>No se puede alcanzar la agencia desde aquí.</translation>
    </message>
    <message>
        <source>Joining is the one step that needs a connection.</source>
        <translation>Unirse es el único paso que necesita conexión.</translation>
    </message>
    <message>
        <source>The agency does not know this name and password.</source>
        <translation>La agencia no conoce este nombre y contraseña.</translation>
    </message>
    <message>
        <source>This code was used already or has run out.</source>
        <translation>Este código ya se usó o ha caducado.</translation>
    </message>
    <message>
        <source>Ask your administrator for a new one.</source>
        <translation>Pida uno nuevo a su administrador.</translation>
    </message>
    <message>
        <source>The server at this address is not the one the code names.</source>
        <translation>El servidor en esta dirección no es el que nombra el código.</translation>
    </message>
    <message>
        <source>Nothing was sent. Tell your administrator before you try again.</source>
        <translation>No se envió nada. Avise a su administrador antes de intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The agency answered no.</source>
        <translation>La agencia respondió que no.</translation>
    </message>
    <message>
        <source>Tell your administrator what you tried.</source>
        <translation>Cuente a su administrador lo que intentó.</translation>
    </message>
</context>
<context>
    <name>LanguageForm</name>
    <message>
        <source>Languages, and what helps</source>
        <translation>Idiomas, y lo que ayuda</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Habla</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lee</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>For example: Spanish, a woman</source>
        <translation>Por ejemplo: español, una mujer</translation>
    </message>
    <message>
        <source>What helps them take part</source>
        <translation>Lo que le ayuda a participar</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Otro idioma</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Otro</translation>
    </message>
</context>
<context>
    <name>LeasePage</name>
    <message>
        <source>It has been a while since the agency was reached</source>
        <translation>Hace tiempo que no hay contacto con la agencia</translation>
    </message>
    <message>
        <source>Your work is on this laptop, whole and encrypted. One connection to your agency opens it again.</source>
        <translation>Su trabajo está en esta computadora, entero y cifrado. Una conexión con su agencia lo abre de nuevo.</translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation>Conectar ahora</translation>
    </message>
    <message>
        <source>Calling the agency…</source>
        <translation>Llamando a la agencia…</translation>
    </message>
    <message>
        <source>The agency has not answered yet. Find a connection and try again.</source>
        <translation>La agencia todavía no responde. Busque una conexión e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>LeftWordsSheet</name>
    <message>
        <source>You were writing this when the program ended</source>
        <translation>Estaba escribiendo esto cuando el programa se cerró</translation>
    </message>
    <message>
        <source>It may not be in the record yet. Copy what you need; it is shown again until you throw it away.</source>
        <translation>Puede que aún no esté en el expediente. Copie lo que necesite; se mostrará de nuevo hasta que lo descarte.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Descartarlo</translation>
    </message>
    <message>
        <source>Show it again next time</source>
        <translation>Mostrarlo otra vez la próxima vez</translation>
    </message>
    <message>
        <source>That could not be done just now.</source>
        <translation>Ahora mismo no se pudo.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>What the signs mean</source>
        <translation>Qué significan los signos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>adoptado</translation>
    </message>
    <message>
        <source>foster child</source>
        <translation>en acogida</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>tutor</translation>
    </message>
    <message>
        <source>step-child, or named as father</source>
        <translation>hijastro, o nombrado como padre</translation>
    </message>
    <message>
        <source>other tie</source>
        <translation>otro vínculo</translation>
    </message>
    <message>
        <source>live together</source>
        <translation>viven juntos</translation>
    </message>
    <message>
        <source>married</source>
        <translation>casados</translation>
    </message>
    <message>
        <source>partners, or parents together</source>
        <translation>pareja, o padres juntos</translation>
    </message>
    <message>
        <source>separated</source>
        <translation>separados</translation>
    </message>
    <message>
        <source>divorced</source>
        <translation>divorciados</translation>
    </message>
    <message>
        <source>female</source>
        <translation>mujer</translation>
    </message>
    <message>
        <source>male</source>
        <translation>hombre</translation>
    </message>
    <message>
        <source>another sex, or not said</source>
        <translation>otro sexo, o sin decir</translation>
    </message>
    <message>
        <source>has died</source>
        <translation>ha fallecido</translation>
    </message>
    <message>
        <source>the one it is seen from</source>
        <translation>desde quien se mira</translation>
    </message>
</context>
<context>
    <name>LifeForm</name>
    <message>
        <source>Life</source>
        <translation>Vida</translation>
    </message>
    <message>
        <source>Born or not</source>
        <translation>Nacido o no</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>Ha fallecido</translation>
    </message>
    <message>
        <source>Day of death, if known</source>
        <translation>Día de la muerte, si se sabe</translation>
    </message>
    <message>
        <source>Born together with</source>
        <translation>Nació junto con</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Identical twins</source>
        <translation>Gemelos idénticos</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Cambiado.</translation>
    </message>
    <message>
        <source>Marked as having died.</source>
        <translation>Marcado como fallecido.</translation>
    </message>
    <message>
        <source>Not marked as having died any more.</source>
        <translation>Ya no está marcado como fallecido.</translation>
    </message>
    <message>
        <source>Day of death kept.</source>
        <translation>Día de la muerte guardado.</translation>
    </message>
    <message>
        <source>Not twins.</source>
        <translation>No son gemelos.</translation>
    </message>
    <message>
        <source>Twins kept.</source>
        <translation>Gemelos guardados.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message>
        <source>We talked about it</source>
        <translation>Ya lo hablamos</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>What you say here is yours. I keep it with my work, and I ask you before I show it to your family.</source>
        <translation>Lo que digas aquí es tuyo. Lo guardo con mi trabajo y te pregunto antes de mostrárselo a tu familia.</translation>
    </message>
    <message>
        <source>If somebody hurts you, or you are not safe, I have to tell people whose job it is to help. I will tell you first.</source>
        <translation>Si alguien te hace daño o no estás a salvo, tengo que contarlo a personas cuyo trabajo es ayudar. Primero te lo diré a ti.</translation>
    </message>
    <message>
        <source>You can stop whenever you like, and leave out whatever you like.</source>
        <translation>Puedes parar cuando quieras y dejar fuera lo que quieras.</translation>
    </message>
    <message>
        <source>You choose where to begin, and whether you draw, write, or tell me.</source>
        <translation>Tú eliges por dónde empezar, y si dibujas, escribes o me lo cuentas.</translation>
    </message>
    <message>
        <source>Say this in your own words, so that the child understands it. Then go on together.</source>
        <translation>Dígalo con sus propias palabras, de modo que se entienda. Después sigan juntos.</translation>
    </message>
    <message>
        <source>Before you begin with {name}</source>
        <translation>Antes de empezar con {name}</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>left out</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>new</source>
        <translation>persona nueva</translation>
    </message>
    <message>
        <source>perhaps {name}?</source>
        <translation>¿quizás {name}?</translation>
    </message>
    <message>
        <source>is {name}</source>
        <translation>es {name}</translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Nobody is stopping you; it is worth a look before others read this.</source>
        <translation>Nadie se lo impide; vale la pena una mirada antes de que otros lo lean.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Fine as it is</source>
        <translation>Está bien así</translation>
    </message>
    <message>
        <source>One place may belong under Safety</source>
        <translation>Una parte quizá va en Seguridad</translation>
    </message>
    <message>
        <source>%1 places may belong under Safety</source>
        <translation>%1 partes quizá van en Seguridad</translation>
    </message>
</context>
<context>
    <name>LookFoot</name>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
</context>
<context>
    <name>MapColumn</name>
    <message>
        <source>{title}: {n}</source>
        <translation>{title}: {n}</translation>
    </message>
    <message>
        <source>Done: {n}</source>
        <translation>Resuelto: {n}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>MapColumns</name>
    <message>
        <source>Done with: {n}</source>
        <translation>Resuelto: {n}</translation>
    </message>
    <message>
        <source>Worries</source>
        <translation>Preocupaciones</translation>
    </message>
    <message>
        <source>What might happen, to whom</source>
        <translation>Qué podría pasar, y a quién</translation>
    </message>
    <message>
        <source>Working well</source>
        <translation>Funciona bien</translation>
    </message>
    <message>
        <source>What keeps the children safe now</source>
        <translation>Qué protege ahora a los niños</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Próximos pasos</translation>
    </message>
    <message>
        <source>What has to happen, who, by when</source>
        <translation>Qué tiene que pasar, quién, para cuándo</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Add the words</source>
        <translation>Añadir las palabras</translation>
    </message>
    <message>
        <source>In the note</source>
        <translation>En la nota</translation>
    </message>
    <message>
        <source>Add to the note</source>
        <translation>Añadir a la nota</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>Put back</source>
        <translation>Sacar</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>Todavía sin palabras</translation>
    </message>
</context>
<context>
    <name>MarkSheet</name>
    <message>
        <source>Take it back</source>
        <translation>Deshacerlo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Words, if you have a moment</source>
        <translation>Palabras, si tiene un momento</translation>
    </message>
    <message>
        <source>Their words, if you have a moment</source>
        <translation>Sus palabras, si tiene un momento</translation>
    </message>
    <message>
        <source>What, if you have a moment</source>
        <translation>Qué, si tiene un momento</translation>
    </message>
    <message>
        <source>Nothing needs to be written now; it is kept already.</source>
        <translation>Ahora no hace falta escribir nada; ya está guardado.</translation>
    </message>
    <message>
        <source>Left now</source>
        <translation>Se fue ahora</translation>
    </message>
    <message>
        <source>Kept at %1</source>
        <translation>Guardado a las %1</translation>
    </message>
</context>
<context>
    <name>MissedPicker</name>
    <message>
        <source>Why it did not happen</source>
        <translation>Por qué no se hizo</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Such as: at camp until Friday</source>
        <translation>Por ejemplo: de campamento hasta el viernes</translation>
    </message>
</context>
<context>
    <name>MomentCard</name>
    <message>
        <source>Open it there</source>
        <translation>Abrirlo allí</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>MomentForm</name>
    <message>
        <source>What it was</source>
        <translation>Qué fue</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Lincoln Elementary, Grandma’s home</source>
        <translation>Primaria Lincoln, casa de la abuela</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>3/14/2020, March 2020, summer 2021, 2019</source>
        <translation>3/14/2020, marzo de 2020, verano de 2021, 2019</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Empty while it goes on</source>
        <translation>Vacío mientras continúa</translation>
    </message>
    <message>
        <source>Who else was there</source>
        <translation>Quién más estuvo</translation>
    </message>
    <message>
        <source>Names, parted by commas</source>
        <translation>Nombres, separados por comas</translation>
    </message>
    <message>
        <source>In the child’s words</source>
        <translation>En palabras del niño o de la niña</translation>
    </message>
    <message>
        <source>Who of the family was there</source>
        <translation>Quién de la familia estuvo</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Remove this from the timeline?</source>
        <translation>¿Quitar esto de la línea de vida?</translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message>
        <source>Home</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Escuela</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>con {names}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} a {end}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>aún sin fecha</translation>
    </message>
    <message>
        <source>about {day}</source>
        <translation>hacia {day}</translation>
    </message>
    <message>
        <source>some homes have no day yet</source>
        <translation>algunos hogares aún no tienen fecha</translation>
    </message>
    <message>
        <source>This is written under “Where they live”.</source>
        <translation>Esto está escrito en «Dónde viven».</translation>
    </message>
    <message>
        <source>This is written under “Close to them”.</source>
        <translation>Esto está escrito en «Cerca de ellos».</translation>
    </message>
    <message>
        <source>spring {year}</source>
        <translation>primavera de {year}</translation>
    </message>
    <message>
        <source>summer {year}</source>
        <translation>verano de {year}</translation>
    </message>
    <message>
        <source>fall {year}</source>
        <translation>otoño de {year}</translation>
    </message>
    <message>
        <source>winter {year}</source>
        <translation>invierno de {year}</translation>
    </message>
</context>
<context>
    <name>MonthPanel</name>
    <message>
        <source>{children} · {days} left</source>
        <translation>{children} · quedan {days}</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>con visita</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>en casa</translation>
    </message>
    <message>
        <source>both parents</source>
        <translation>padre y madre</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>y {n} más</translation>
    </message>
</context>
<context>
    <name>MoreWords</name>
    <message>
        <source>looked at again {day}</source>
        <translation>se revisa {day}</translation>
    </message>
    <message>
        <source>with {who}</source>
        <translation>con {who}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta {day}</translation>
    </message>
    <message>
        <source>about that time</source>
        <translation>por esas fechas</translation>
    </message>
    <message>
        <source>Court date</source>
        <translation>Fecha de tribunal</translation>
    </message>
    <message>
        <source>Offered: {what}</source>
        <translation>Se ofreció: {what}</translation>
    </message>
    <message>
        <source>A goal is reached</source>
        <translation>Una meta alcanzada</translation>
    </message>
    <message>
        <source>{n} of 10</source>
        <translation>{n} de 10</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Búsqueda de</translation>
    </message>
    <message>
        <source>Asked for: {what}</source>
        <translation>Se pidió: {what}</translation>
    </message>
    <message>
        <source>Referred: {what}</source>
        <translation>Derivación: {what}</translation>
    </message>
    <message>
        <source>Started: {what}</source>
        <translation>Empezó: {what}</translation>
    </message>
    <message>
        <source>Ended: {what}</source>
        <translation>Terminó: {what}</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>versión {n}</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>What is your name?</source>
        <translation>¿Cómo se llama?</translation>
    </message>
    <message>
        <source>It stands beside your notes. When you join an agency later, your work comes with you.</source>
        <translation>Aparece junto a sus notas. Si más tarde se une a una agencia, su trabajo va con usted.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Please write a name; initials will do.</source>
        <translation>Escriba un nombre; bastan las iniciales.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
</context>
<context>
    <name>NeedRow</name>
    <message>
        <source>Plan visit</source>
        <translation>Planear visita</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplida</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Revisarlo</translation>
    </message>
    <message>
        <source>{name}, not seen yet this month</source>
        <translation>{name}, todavía sin ver este mes</translation>
    </message>
    <message>
        <source>Two versions to look at</source>
        <translation>Dos versiones por mirar</translation>
    </message>
    <message>
        <source>Searching for {name}: {what}</source>
        <translation>Búsqueda de {name}: {what}</translation>
    </message>
    <message>
        <source>Nobody has looked for {name} yet</source>
        <translation>Nadie ha buscado a {name} todavía</translation>
    </message>
    <message>
        <source>Look for {name} again</source>
        <translation>Volver a buscar a {name}</translation>
    </message>
    <message>
        <source>{what}: look at it again together</source>
        <translation>{what}: hay que revisarlo juntos</translation>
    </message>
    <message>
        <source>{what}: nobody looked at it again yet</source>
        <translation>{what}: todavía nadie lo ha revisado</translation>
    </message>
    <message>
        <source>{what}: it ends soon</source>
        <translation>{what}: termina pronto</translation>
    </message>
    <message>
        <source>{what}: it has ended</source>
        <translation>{what}: ya terminó</translation>
    </message>
    <message>
        <source>yours and {who}’s</source>
        <translation>la suya y la de {who}</translation>
    </message>
    <message>
        <source>A note is unfinished</source>
        <translation>Una nota está sin terminar</translation>
    </message>
    <message>
        <source>You promised: {what}</source>
        <translation>Usted prometió: {what}</translation>
    </message>
    <message>
        <source>{who} promised: {what}</source>
        <translation>{who} prometió: {what}</translation>
    </message>
    <message>
        <source>{days} left</source>
        <translation>quedan {days}</translation>
    </message>
    <message>
        <source>notices, letters and visits rest</source>
        <translation>avisos, cartas y visitas en pausa</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>para hoy</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>para {when}</translation>
    </message>
    <message>
        <source>was due {when}</source>
        <translation>era para {when}</translation>
    </message>
</context>
<context>
    <name>NeedVerbs</name>
    <message>
        <source>The promise is kept as done.</source>
        <translation>La promesa queda como cumplida.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>The visit is planned.</source>
        <translation>La visita está planeada.</translation>
    </message>
    <message>
        <source>Perhaps the same family twice</source>
        <translation>Quizá la misma familia dos veces</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>They are two families</source>
        <translation>Son dos familias</translation>
    </message>
    <message>
        <source>Look at the other</source>
        <translation>Mirar la otra</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost; please try again.</source>
        <translation>Eso no funcionó. No se perdió nada; inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>NeedsPanel</name>
    <message>
        <source>worst first</source>
        <translation>lo más urgente primero</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Por atender</translation>
    </message>
    <message>
        <source>Nothing is waiting. Well done.</source>
        <translation>Nada está esperando. Bien hecho.</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show {n} more</source>
        <translation>Mostrar {n} más</translation>
    </message>
</context>
<context>
    <name>NetWords</name>
    <message>
        <source>last with the agency {when}</source>
        <translation>último contacto con la agencia: {when}</translation>
    </message>
    <message>
        <source>You work alone on this laptop; nothing waits for anybody</source>
        <translation>Usted trabaja por su cuenta en esta computadora; nada espera a nadie</translation>
    </message>
    <message>
        <source>No way to the agency just now; that is fine</source>
        <translation>Ahora no hay conexión con la agencia; no pasa nada</translation>
    </message>
    <message>
        <source>In touch with the agency</source>
        <translation>En contacto con la agencia</translation>
    </message>
    <message>
        <source>Sending your work to the agency</source>
        <translation>Enviando su trabajo a la agencia</translation>
    </message>
    <message>
        <source>Fetching what is new</source>
        <translation>Trayendo lo nuevo</translation>
    </message>
    <message>
        <source>Fetching your families: {done} of {total}</source>
        <translation>Trayendo sus familias: {done} de {total}</translation>
    </message>
    <message>
        <source>The agency asks you to sign in again</source>
        <translation>La agencia le pide entrar de nuevo</translation>
    </message>
    <message>
        <source>Your work is safe here and waits. Sign in again under Settings.</source>
        <translation>Su trabajo está a salvo aquí y espera. Entre de nuevo en Ajustes.</translation>
    </message>
    <message>
        <source>This laptop has been away too long</source>
        <translation>Esta computadora estuvo lejos demasiado tiempo</translation>
    </message>
    <message>
        <source>Your work is safe here. It opens again once this laptop has reached the agency.</source>
        <translation>Su trabajo está a salvo aquí. Se abre de nuevo cuando esta computadora alcance a la agencia.</translation>
    </message>
    <message>
        <source>The agency has switched this laptop off</source>
        <translation>La agencia desactivó esta computadora</translation>
    </message>
    <message>
        <source>What you wrote is being handed over first. Call the agency’s help desk.</source>
        <translation>Primero se entrega lo que usted escribió. Llame a la mesa de ayuda de la agencia.</translation>
    </message>
    <message>
        <source>The agency uses a newer Engage</source>
        <translation>La agencia usa un Engage más nuevo</translation>
    </message>
    <message>
        <source>Your work still goes out. To see what others wrote, install the new version.</source>
        <translation>Su trabajo se sigue enviando. Para ver lo que otros escribieron, instale la versión nueva.</translation>
    </message>
    <message>
        <source>The agency’s answer was not understood</source>
        <translation>No se entendió la respuesta de la agencia</translation>
    </message>
    <message>
        <source>Your work is safe here and is tried again by itself. If it lasts, tell the help desk.</source>
        <translation>Su trabajo está a salvo aquí y se intenta de nuevo solo. Si sigue así, avise a la mesa de ayuda.</translation>
    </message>
    <message>
        <source>This laptop’s clock is off by {span}. Times are corrected; please set the clock.</source>
        <translation>El reloj de esta computadora tiene una diferencia de {span}. Las horas se corrigen; ajuste el reloj, por favor.</translation>
    </message>
</context>
<context>
    <name>NewFamilySheet</name>
    <message>
        <source>New family</source>
        <translation>Nueva familia</translation>
    </message>
    <message>
        <source>Only the name is needed. The rest can follow.</source>
        <translation>Solo hace falta el nombre. Lo demás puede venir después.</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nombre de la familia</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Número de caso</translation>
    </message>
    <message>
        <source>As the family says it</source>
        <translation>Como lo dice la familia</translation>
    </message>
    <message>
        <source>Case number, if there is one</source>
        <translation>Número de caso, si lo hay</translation>
    </message>
    <message>
        <source>Language at home</source>
        <translation>Idioma en casa</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Todavía no se sabe</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Niñas y niños</translation>
    </message>
    <message>
        <source>One more child</source>
        <translation>Otra niña u otro niño</translation>
    </message>
    <message>
        <source>Parents</source>
        <translation>Madres y padres</translation>
    </message>
    <message>
        <source>One more parent</source>
        <translation>Otra madre u otro padre</translation>
    </message>
    <message>
        <source>This family may be here already</source>
        <translation>Quizá esta familia ya está aquí</translation>
    </message>
    <message>
        <source>Open that one</source>
        <translation>Abrir esa</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>Abrir la familia</translation>
    </message>
    <message>
        <source>{family}: the same case number</source>
        <translation>{family}: el mismo número de caso</translation>
    </message>
    <message>
        <source>{family}: {person} is there</source>
        <translation>{family}: ahí está {person}</translation>
    </message>
    <message>
        <source>{family}: nearly the same name</source>
        <translation>{family}: casi el mismo nombre</translation>
    </message>
    <message>
        <source>A family needs a name, whichever they use.</source>
        <translation>Una familia necesita un nombre, el que usen.</translation>
    </message>
</context>
<context>
    <name>NewPlanSheet</name>
    <message>
        <source>Begin a plan</source>
        <translation>Empezar un plan</translation>
    </message>
    <message>
        <source>Which plan</source>
        <translation>Qué plan</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>The whole family</source>
        <translation>Toda la familia</translation>
    </message>
    <message>
        <source>Where it is safer, write one plan for each parent. Nobody reads the other’s.</source>
        <translation>Donde sea más seguro, escriba un plan para cada padre o madre. Nadie lee el de la otra persona.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>NextAnswer</name>
    <message>
        <source>When do you meet again?</source>
        <translation>¿Cuándo se ven de nuevo?</translation>
    </message>
    <message>
        <source>A day and a time make it an appointment.</source>
        <translation>Con un día y una hora es una cita.</translation>
    </message>
    <message>
        <source>Anything to remember for it</source>
        <translation>Algo para recordar entonces</translation>
    </message>
</context>
<context>
    <name>NextPicker</name>
    <message>
        <source>Soon</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>The time is still open.</source>
        <translation>Falta decir la hora.</translation>
    </message>
</context>
<context>
    <name>NobodySheet</name>
    <message>
        <source>Nobody was marked as here. What was it?</source>
        <translation>Nadie quedó marcado como presente. ¿Qué fue?</translation>
    </message>
    <message>
        <source>Nobody was home</source>
        <translation>No había nadie en casa</translation>
    </message>
    <message>
        <source>An attempt: it shows your effort, and is not counted as a visit</source>
        <translation>Un intento: muestra su esfuerzo y no cuenta como visita</translation>
    </message>
    <message>
        <source>People were here; I will say who</source>
        <translation>Hubo gente; diré quién</translation>
    </message>
    <message>
        <source>Go on to the seven steps</source>
        <translation>Seguir a los siete pasos</translation>
    </message>
    <message>
        <source>I started it by mistake</source>
        <translation>La empecé por error</translation>
    </message>
    <message>
        <source>Nothing of it stays</source>
        <translation>No queda nada de ella</translation>
    </message>
    <message>
        <source>It did not happen, because…</source>
        <translation>No se hizo, porque…</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <translation>Seguir con la visita</translation>
    </message>
</context>
<context>
    <name>NoteBody</name>
    <message>
        <source>Beside the note</source>
        <translation>Junto a la nota</translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>Ctrl+Down, Ctrl+Up</source>
        <translation>Ctrl+Abajo, Ctrl+Arriba</translation>
    </message>
    <message>
        <source>the next section, the one before</source>
        <translation>la sección siguiente, la anterior</translation>
    </message>
    <message>
        <source>undo and redo</source>
        <translation>deshacer y rehacer</translation>
    </message>
    <message>
        <source>facts, words, marks, in this order</source>
        <translation>datos, palabras, marcas, en este orden</translation>
    </message>
    <message>
        <source>Enter on a fact</source>
        <translation>Enter sobre un dato</translation>
    </message>
    <message>
        <source>put it right</source>
        <translation>corregirlo</translation>
    </message>
    <message>
        <source>This note is not on this laptop any more</source>
        <translation>Esta nota ya no está en esta computadora</translation>
    </message>
    <message>
        <source>Seven steps</source>
        <translation>Siete pasos</translation>
    </message>
    <message>
        <source>Some words may belong under Safety</source>
        <translation>Algunas palabras quizá van en Seguridad</translation>
    </message>
    <message>
        <source>Finalise…</source>
        <translation>Finalizar…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Marks of this contact</source>
        <translation>Marcas de este contacto</translation>
    </message>
    <message>
        <source>Progress note</source>
        <translation>Nota de progreso</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>To finish</source>
        <translation>Por terminar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Finish: {what}, {when}</source>
        <translation>Terminar: {what}, {when}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The family could not be kept. What you wrote stays here; please try again.</source>
        <translation>No se pudo guardar la familia. Lo que escribió sigue aquí; inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>OtherSheet</name>
    <message>
        <source>What kind of contact was it?</source>
        <translation>¿Qué tipo de contacto fue?</translation>
    </message>
    <message>
        <source>Several short calls on one sheet</source>
        <translation>Varias llamadas cortas en una hoja</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>Qué tipo</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Ms Bell, school nurse</source>
        <translation>La Sra. Bell, enfermera de la escuela</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Anotarlo</translation>
    </message>
    <message>
        <source>How did it happen?</source>
        <translation>¿Cómo fue?</translation>
    </message>
    <message>
        <source>When was it?</source>
        <translation>¿Cuándo fue?</translation>
    </message>
    <message>
        <source>That is still to come.</source>
        <translation>Eso todavía está por venir.</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>What stands in the way?</source>
        <translation>¿Qué lo impide?</translation>
    </message>
    <message>
        <source>What is it now?</source>
        <translation>¿Qué es ahora?</translation>
    </message>
    <message>
        <source>Why did you let it go?</source>
        <translation>¿Por qué lo dejaron?</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>OverviewPart</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>This is where their story begins</source>
        <translation>Aquí empieza su historia</translation>
    </message>
    <message>
        <source>Start with a visit, or write down who belongs to the family. Everything you keep shows here.</source>
        <translation>Empiece con una visita o anote quién es de la familia. Todo lo que guarde se ve aquí.</translation>
    </message>
    <message>
        <source>Start a visit</source>
        <translation>Empezar una visita</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Añadir personas</translation>
    </message>
    <message>
        <source>This family cannot be shown just now</source>
        <translation>Esta familia no se puede mostrar ahora</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Atrás (Alt+Izquierda)</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Today (Alt+1)</source>
        <translation>Hoy (Alt+1)</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familias</translation>
    </message>
    <message>
        <source>Families (Alt+2)</source>
        <translation>Familias (Alt+2)</translation>
    </message>
    <message>
        <source>Toolkits</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Toolkits (Alt+3)</source>
        <translation>Guía (Alt+3)</translation>
    </message>
    <message>
        <source>{0} need you</source>
        <translation>Por atender: {0}</translation>
    </message>
    <message>
        <source>All your work is on this laptop</source>
        <translation>Todo su trabajo está en esta computadora</translation>
    </message>
    <message>
        <source>Talking to the agency</source>
        <translation>Hablando con la agencia</translation>
    </message>
    <message>
        <source>Only on this laptop: {0}</source>
        <translation>Solo en esta computadora: {0}</translation>
    </message>
    <message>
        <source>All with the agency</source>
        <translation>Todo con la agencia</translation>
    </message>
    <message>
        <source>the day and what needs you</source>
        <translation>el día y lo que está por atender</translation>
    </message>
    <message>
        <source>search and filter</source>
        <translation>buscar y filtrar</translation>
    </message>
    <message>
        <source>the practice guide</source>
        <translation>la guía de práctica</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>where your work is</source>
        <translation>dónde está su trabajo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>look, locks, this laptop</source>
        <translation>aspecto, bloqueo, esta computadora</translation>
    </message>
    <message>
        <source>With which family?</source>
        <translation>¿Con qué familia?</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation>Buscar cualquier cosa</translation>
    </message>
    <message>
        <source>Family or person</source>
        <translation>Familia o persona</translation>
    </message>
    <message>
        <source>Family, person, place or topic</source>
        <translation>Familia, persona, lugar o tema</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>still to come</source>
        <translation>por venir</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Niñas y niños</translation>
    </message>
    <message>
        <source>Your note so far</source>
        <translation>Su nota hasta ahora</translation>
    </message>
    <message>
        <source>Only your words and your taps</source>
        <translation>Solo sus palabras y sus toques</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>It can be looked at and saved in the family’s Documents.</source>
        <translation>Se puede ver y guardar en los Documentos de la familia.</translation>
    </message>
    <message>
        <source>Farther (−)</source>
        <translation>Alejar (−)</translation>
    </message>
    <message>
        <source>Nearer (+)</source>
        <translation>Acercar (+)</translation>
    </message>
    <message>
        <source>Turn it (R)</source>
        <translation>Girarlo (R)</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>La página anterior</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>La página siguiente</translation>
    </message>
    <message>
        <source>Page {n} of {all}</source>
        <translation>Página {n} de {all}</translation>
    </message>
</context>
<context>
    <name>PaperTaps</name>
    <message>
        <source>Photo or scan</source>
        <translation>Foto o escaneo</translation>
    </message>
    <message>
        <source>Ink page</source>
        <translation>Página a mano</translation>
    </message>
    <message>
        <source>Papers of this visit: {n}</source>
        <translation>Papeles de esta visita: {n}</translation>
    </message>
</context>
<context>
    <name>PaperViewer</name>
    <message>
        <source>The paper</source>
        <translation>El papel</translation>
    </message>
    <message>
        <source>The paper’s words</source>
        <translation>Las palabras del papel</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Todos los papeles</translation>
    </message>
    <message>
        <source>The paper before (←)</source>
        <translation>El papel anterior (←)</translation>
    </message>
    <message>
        <source>The next paper (→)</source>
        <translation>El papel siguiente (→)</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>Acerca de él</translation>
    </message>
    <message>
        <source>Farther (−)</source>
        <translation>Alejar (−)</translation>
    </message>
    <message>
        <source>Nearer (+)</source>
        <translation>Acercar (+)</translation>
    </message>
    <message>
        <source>All of it (0)</source>
        <translation>Verlo entero (0)</translation>
    </message>
    <message>
        <source>Turn it (R)</source>
        <translation>Girarlo (R)</translation>
    </message>
    <message>
        <source>The page before (Page Up)</source>
        <translation>La página anterior (Re Pág)</translation>
    </message>
    <message>
        <source>The next page (Page Down)</source>
        <translation>La página siguiente (Av Pág)</translation>
    </message>
    <message>
        <source>This paper cannot be shown</source>
        <translation>Este papel no se puede mostrar</translation>
    </message>
    <message>
        <source>Its file is kept as it is.</source>
        <translation>El archivo se conserva tal como es.</translation>
    </message>
    <message>
        <source>What was written about it is here. Its file stays on the laptop where it was added until that one is in touch with the agency.</source>
        <translation>Lo que se escribió sobre él está aquí. El archivo sigue en la computadora donde se añadió hasta que esa se comunique con la agencia.</translation>
    </message>
    <message>
        <source>It is fetched now; without a connection it comes as soon as there is one.</source>
        <translation>Se está trayendo; sin conexión, llegará en cuanto la haya.</translation>
    </message>
    <message>
        <source>A recording</source>
        <translation>Una grabación</translation>
    </message>
    <message>
        <source>Recordings are kept safe here, but played elsewhere.</source>
        <translation>Las grabaciones se guardan aquí con seguridad, pero se escuchan en otro lugar.</translation>
    </message>
    <message>
        <source>Kept here unopened</source>
        <translation>Guardado aquí sin abrir</translation>
    </message>
    <message>
        <source>Documents of this kind are kept here unopened, because they can hold programs.</source>
        <translation>Los documentos de este tipo se guardan aquí sin abrir, porque pueden contener programas.</translation>
    </message>
    <message>
        <source>Its file does not read back as it was written. Another copy has to be added.</source>
        <translation>El archivo no se lee como se escribió. Hay que añadir otra copia.</translation>
    </message>
    <message>
        <source>Its file is not on this laptop any more.</source>
        <translation>El archivo ya no está en esta computadora.</translation>
    </message>
    <message>
        <source>Page {n} of {all}</source>
        <translation>Página {n} de {all}</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Photos and scans (JPEG, PNG, WebP, PDF), recordings (WAV, MP3, M4A, OGG), office documents and plain text, up to {size} each. Place and camera are taken out of every photo.</source>
        <translation>Fotos y escaneos (JPEG, PNG, WebP, PDF), grabaciones (WAV, MP3, M4A, OGG), documentos de oficina y texto sin formato, hasta {size} cada uno. De cada foto se quitan el lugar y la cámara.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papeles</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>This file is with the agency, not on this laptop</source>
        <translation>Este archivo está en la agencia, no en esta computadora</translation>
    </message>
    <message>
        <source>This file is on this laptop only</source>
        <translation>Este archivo está solo en esta computadora</translation>
    </message>
    <message>
        <source>With the agency, and on this laptop</source>
        <translation>En la agencia y en esta computadora</translation>
    </message>
    <message>
        <source>This file is on another laptop</source>
        <translation>Este archivo está en otra computadora</translation>
    </message>
    <message>
        <source>The disk is full. Nothing already kept is lost; make room and add it again.</source>
        <translation>El disco está lleno. No se pierde nada de lo guardado; libere espacio y añádalo otra vez.</translation>
    </message>
    <message>
        <source>That did not work just now. Everything already kept is safe; try again.</source>
        <translation>Eso no funcionó ahora mismo. Todo lo guardado está a salvo; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>It is a drawing that can hold programs (SVG). Save it as PNG and add that.</source>
        <translation>Es un dibujo que puede contener programas (SVG). Guárdelo como PNG y añada ese archivo.</translation>
    </message>
    <message>
        <source>It is a web page, which can reach for the network. Print it to PDF and add that.</source>
        <translation>Es una página web, que puede conectarse a la red. Imprímala en PDF y añada ese archivo.</translation>
    </message>
    <message>
        <source>It is a program, and programs are never kept here.</source>
        <translation>Es un programa, y aquí nunca se guardan programas.</translation>
    </message>
    <message>
        <source>It is an archive. Unpack it and add the files you need.</source>
        <translation>Es un archivo comprimido. Descomprímalo y añada los archivos que necesite.</translation>
    </message>
    <message>
        <source>It holds macros, which are programs. Save it as PDF and add that.</source>
        <translation>Contiene macros, que son programas. Guárdelo como PDF y añada ese archivo.</translation>
    </message>
    <message>
        <source>It would unpack to an enormous size, as harmful files do. It was not opened.</source>
        <translation>Al descomprimirse ocuparía un tamaño enorme, como hacen los archivos dañinos. No se abrió.</translation>
    </message>
    <message>
        <source>It is a photo in HEIC form. Set the phone to “most compatible”, or share it as JPEG, and add that.</source>
        <translation>Es una foto en formato HEIC. Ponga el teléfono en “más compatible”, o compártala como JPEG, y añada esa.</translation>
    </message>
    <message>
        <source>It is an old office file, which can hold programs. Save it as PDF and add that.</source>
        <translation>Es un archivo de oficina antiguo, que puede contener programas. Guárdelo como PDF y añada ese archivo.</translation>
    </message>
    <message>
        <source>This kind of picture cannot be kept. Save it as JPEG, PNG or PDF and add that.</source>
        <translation>Este tipo de imagen no se puede guardar. Guárdela como JPEG, PNG o PDF y añada ese archivo.</translation>
    </message>
    <message>
        <source>What it is cannot be told from its content, so it was not opened.</source>
        <translation>Por su contenido no se sabe qué es, así que no se abrió.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>It is larger than {size}. A smaller scan, or fewer pages, will fit.</source>
        <translation>Es mayor de {size}. Un escaneo más pequeño, o menos páginas, cabrá.</translation>
    </message>
    <message>
        <source>It is damaged or not what it claims to be, so it cannot be shown.</source>
        <translation>Está dañado o no es lo que dice ser, así que no se puede mostrar.</translation>
    </message>
    <message>
        <source>It claims to have more pixels than any camera here makes. It was not opened.</source>
        <translation>Dice tener más píxeles de los que da cualquier cámara. No se abrió.</translation>
    </message>
    <message>
        <source>It is locked with a password of its own, so it cannot be shown here.</source>
        <translation>Está protegido con su propia contraseña, así que no se puede mostrar aquí.</translation>
    </message>
    <message>
        <source>The file cannot be read. Is it still where it was?</source>
        <translation>No se puede leer el archivo. ¿Sigue donde estaba?</translation>
    </message>
    <message>
        <source>Looking into it took too long, so it was stopped.</source>
        <translation>Examinarlo tardó demasiado, así que se detuvo.</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Papers of this contact</source>
        <translation>Papeles de este contacto</translation>
    </message>
</context>
<context>
    <name>ParentsPanel</name>
    <message>
        <source>No parent is written down yet. Both belong here, also one who is far.</source>
        <translation>Todavía no hay padre ni madre anotados. Ambos tienen su lugar aquí, también quien está lejos.</translation>
    </message>
    <message>
        <source>Add a parent</source>
        <translation>Añadir padre o madre</translation>
    </message>
    <message>
        <source>Both parents</source>
        <translation>Padre y madre</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Acordar</translation>
    </message>
    <message>
        <source>Arrange something with {name}</source>
        <translation>Acordar algo con {name}</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>The words that open this laptop</source>
        <translation>Las palabras que abren esta computadora</translation>
    </message>
    <message>
        <source>Everything here is locked with them. Nobody can reset them, so write them on a card and keep it away from the laptop.</source>
        <translation>Todo aquí se cierra con ellas. Nadie puede restablecerlas: escríbalas en una tarjeta y guárdela lejos de la computadora.</translation>
    </message>
    <message>
        <source>Your five words: {0}</source>
        <translation>Sus cinco palabras: {0}</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Otras palabras</translation>
    </message>
    <message>
        <source>I would rather choose my own</source>
        <translation>Prefiero elegir las mías</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Su frase de acceso</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>At least 15 characters; a whole sentence is best.</source>
        <translation>Al menos 15 caracteres; lo mejor es una frase entera.</translation>
    </message>
    <message>
        <source>Use generated words instead</source>
        <translation>Usar palabras generadas</translation>
    </message>
    <message>
        <source>I have written them down and keep them away from the laptop</source>
        <translation>Las he escrito y las guardo lejos de la computadora</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Locking the drawer…</source>
        <translation>Cerrando el cajón…</translation>
    </message>
    <message>
        <source>{0} of 15 characters so far.</source>
        <translation>{0} de 15 caracteres hasta ahora.</translation>
    </message>
    <message>
        <source>That is longer than 256 characters.</source>
        <translation>Son más de 256 caracteres.</translation>
    </message>
    <message>
        <source>That would be guessed too soon. Another word or two helps more than signs and digits.</source>
        <translation>Se adivinaría demasiado pronto. Una o dos palabras más ayudan mejor que signos y cifras.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Las dos todavía no son iguales.</translation>
    </message>
</context>
<context>
    <name>PeopleAlong</name>
    <message>
        <source>People along the way</source>
        <translation>Personas en el camino</translation>
    </message>
    <message>
        <source>Nobody is named yet. Write with whom the child lived, and who mattered at school.</source>
        <translation>Aún no se nombra a nadie. Escriba con quién vivió y quién fue importante en la escuela.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search for {name}</source>
        <translation>Buscar a {name}</translation>
    </message>
    <message>
        <source>Add as kin</source>
        <translation>Añadir como pariente</translation>
    </message>
    <message>
        <source>Add {name} as kin</source>
        <translation>Añadir a {name} como pariente</translation>
    </message>
    <message>
        <source>Look for them</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Look for {name}</source>
        <translation>Buscar a {name}</translation>
    </message>
</context>
<context>
    <name>PeopleBoard</name>
    <message>
        <source>Nobody of this family is written down yet.</source>
        <translation>Todavía no hay nadie de esta familia anotado.</translation>
    </message>
</context>
<context>
    <name>PeoplePart</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Show people as</source>
        <translation>Mostrar personas como</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Vincular</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open this person</source>
        <translation>abrir a esta persona</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>add somebody to them</source>
        <translation>añadir a alguien junto a esa persona</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>deshacer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>back to all people</source>
        <translation>volver a todas las personas</translation>
    </message>
    <message>
        <source>Nobody is written down yet</source>
        <translation>Todavía no hay nadie anotado</translation>
    </message>
    <message>
        <source>Begin with the children and both parents; grandparents, neighbours and friends can follow.</source>
        <translation>Empiece con los niños y ambos padres; abuelos, vecinos y amigos pueden seguir.</translation>
    </message>
    <message>
        <source>The people cannot be shown just now</source>
        <translation>Las personas no se pueden mostrar ahora</translation>
    </message>
</context>
<context>
    <name>PeoplePicker</name>
    <message>
        <source>Who was there</source>
        <translation>Quién estuvo</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>A name, or who they are</source>
        <translation>Un nombre, o quién es</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>PersonCell</name>
    <message>
        <source>%1, seen alone</source>
        <translation>%1, ¿a solas?</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>Child</source>
        <translation>Niña o niño</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Madre o padre</translation>
    </message>
    <message>
        <source>{who}: first name</source>
        <translation>{who}: nombre</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>{who}: last name</source>
        <translation>{who}: apellido</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>{who}: day of birth</source>
        <translation>{who}: fecha de nacimiento</translation>
    </message>
    <message>
        <source>Born, like 3/14/2019</source>
        <translation>Nació, como 3/14/2019</translation>
    </message>
    <message>
        <source>What they are to the children</source>
        <translation>Qué son de los niños</translation>
    </message>
    <message>
        <source>Take this line out</source>
        <translation>Quitar esta línea</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Ese día todavía no llega.</translation>
    </message>
    <message>
        <source>That is more than 120 years ago.</source>
        <translation>Eso fue hace más de 120 años.</translation>
    </message>
    <message>
        <source>Please write a day like 3/14/2019, or leave it empty.</source>
        <translation>Escriba un día como 3/14/2019, o déjelo vacío.</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>All people</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Check Safety before sharing</source>
        <translation>Consulte Seguridad antes de compartir</translation>
    </message>
    <message>
        <source>About this person</source>
        <translation>Sobre esta persona</translation>
    </message>
    <message>
        <source>Remove from this family…</source>
        <translation>Quitar de esta familia…</translation>
    </message>
    <message>
        <source>Remove this person from the family?</source>
        <translation>¿Quitar a esta persona de la familia?</translation>
    </message>
</context>
<context>
    <name>PersonTile</name>
    <message>
        <source>not marked</source>
        <translation>sin marcar</translation>
    </message>
</context>
<context>
    <name>Pile</name>
    <message>
        <source>All of them</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>All of them: {what}</source>
        <translation>Todo: {what}</translation>
    </message>
    <message>
        <source>no. {n}</source>
        <translation>n.º {n}</translation>
    </message>
    <message>
        <source>Take it off?</source>
        <translation>¿Quitarlo?</translation>
    </message>
    <message>
        <source>It stays in the history.</source>
        <translation>Queda en el historial.</translation>
    </message>
</context>
<context>
    <name>Piles</name>
    <message>
        <source>only on this laptop</source>
        <translation>solo en esta computadora</translation>
    </message>
    <message>
        <source>sent, waiting for a receipt</source>
        <translation>enviado, se espera el recibo</translation>
    </message>
    <message>
        <source>with the agency</source>
        <translation>con la agencia</translation>
    </message>
    <message>
        <source>adds up</source>
        <translation>la cuenta cierra</translation>
    </message>
    <message>
        <source>all your work</source>
        <translation>todo su trabajo</translation>
    </message>
    <message>
        <source>{here} plus {sent} plus {agency} is {whole}: all your work</source>
        <translation>{here} más {sent} más {agency} son {whole}: todo su trabajo</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>A PIN for coming back</source>
        <translation>Un PIN para volver</translation>
    </message>
    <message>
        <source>Six digits that bring the window back after F9. Not your birthday.</source>
        <translation>Seis cifras que devuelven la ventana después de F9. No su cumpleaños.</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>Seis cifras</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Keep this PIN</source>
        <translation>Guardar este PIN</translation>
    </message>
    <message>
        <source>That is too easy to guess.</source>
        <translation>Es demasiado fácil de adivinar.</translation>
    </message>
    <message>
        <source>Six digits, please.</source>
        <translation>Seis cifras, por favor.</translation>
    </message>
</context>
<context>
    <name>PlacePicker</name>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>Such as: at grandma’s, in the yard</source>
        <translation>Por ejemplo: con la abuela, en el patio</translation>
    </message>
</context>
<context>
    <name>PlacementSheet</name>
    <message>
        <source>Where is the child placed?</source>
        <translation>¿Dónde está colocado el niño?</translation>
    </message>
    <message>
        <source>The placement before ends on the same day.</source>
        <translation>La colocación anterior termina el mismo día.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>Which plan</source>
        <translation>Qué plan</translation>
    </message>
    <message>
        <source>Read it together</source>
        <translation>Leerlo juntos</translation>
    </message>
    <message>
        <source>More about this plan</source>
        <translation>Más sobre este plan</translation>
    </message>
    <message>
        <source>words of yours are not in it</source>
        <translation>hay palabras suyas que no están en él</translation>
    </message>
    <message>
        <source>an earlier version</source>
        <translation>una versión anterior</translation>
    </message>
    <message>
        <source>This plan</source>
        <translation>Este plan</translation>
    </message>
    <message>
        <source>Begin another plan…</source>
        <translation>Empezar otro plan…</translation>
    </message>
    <message>
        <source>Write the next version</source>
        <translation>Escribir la siguiente versión</translation>
    </message>
    <message>
        <source>Remove this plan</source>
        <translation>Quitar este plan</translation>
    </message>
    <message>
        <source>For the whole family</source>
        <translation>Para toda la familia</translation>
    </message>
    <message>
        <source>For {name} alone</source>
        <translation>Solo para {name}</translation>
    </message>
    <message>
        <source>When you look at it again…</source>
        <translation>Cuándo lo revisan…</translation>
    </message>
    <message>
        <source>Plan removed; the history keeps it.</source>
        <translation>Plan quitado; el historial lo guarda.</translation>
    </message>
</context>
<context>
    <name>PlanPart</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>The plan cannot be shown just now</source>
        <translation>No se puede mostrar el plan en este momento</translation>
    </message>
</context>
<context>
    <name>PlanTold</name>
    <message>
        <source>{plan} for {name}</source>
        <translation>{plan} para {name}</translation>
    </message>
    <message>
        <source>Look at it again {day}</source>
        <translation>Revisar {day}</translation>
    </message>
    <message>
        <source>Should have been looked at {day}</source>
        <translation>Debió revisarse {day}</translation>
    </message>
    <message>
        <source>Ends {day}</source>
        <translation>Termina {day}</translation>
    </message>
    <message>
        <source>Ended {day}</source>
        <translation>Terminó {day}</translation>
    </message>
    <message>
        <source>Review {day}</source>
        <translation>Revisión: {day}</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>Hasta: {day}</translation>
    </message>
    <message>
        <source>Goal {n}</source>
        <translation>Meta {n}</translation>
    </message>
    <message>
        <source>Not in anybody’s words yet</source>
        <translation>Todavía no está en palabras de nadie</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>a más tardar {day}</translation>
    </message>
    <message>
        <source>We’ll know because {what}</source>
        <translation>Lo sabremos porque {what}</translation>
    </message>
    <message>
        <source>If it gets hard, {what}</source>
        <translation>Si se pone difícil, {what}</translation>
    </message>
    <message>
        <source>There is no goal yet. What does the family want?</source>
        <translation>Todavía no hay ninguna meta. ¿Qué quiere la familia?</translation>
    </message>
    <message>
        <source>A goal is not in the family’s words yet. Ask how they would say it.</source>
        <translation>Una meta todavía no está en palabras de la familia. Pregunte cómo lo dirían.</translation>
    </message>
    <message>
        <source>There is no step yet. What is the first thing somebody does?</source>
        <translation>Todavía no hay ningún paso. ¿Qué es lo primero que hace alguien?</translation>
    </message>
    <message>
        <source>A step does not say what happens.</source>
        <translation>Un paso no dice qué se hace.</translation>
    </message>
    <message>
        <source>A step has nobody who answers for it. One person, by name.</source>
        <translation>Un paso no tiene quien responda por él. Una persona, por su nombre.</translation>
    </message>
    <message>
        <source>It does not say yet what everybody worries about today.</source>
        <translation>Todavía no dice qué les preocupa hoy.</translation>
    </message>
    <message>
        <source>No grown-up is named who keeps the children safe.</source>
        <translation>No nombra a ninguna persona adulta que cuide a los niños.</translation>
    </message>
    <message>
        <source>It does not say from when it holds.</source>
        <translation>No dice desde cuándo vale.</translation>
    </message>
    <message>
        <source>It does not say when you look at it again together.</source>
        <translation>No dice cuándo lo revisan juntos.</translation>
    </message>
    <message>
        <source>It has no last day. A safety plan never goes on for ever.</source>
        <translation>No tiene último día. Un plan de seguridad nunca es para siempre.</translation>
    </message>
    <message>
        <source>It runs longer than your agency allows.</source>
        <translation>Dura más de lo que permite su agencia.</translation>
    </message>
    <message>
        <source>The day to look at it again lies outside the plan.</source>
        <translation>El día de revisarlo queda fuera del plan.</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>El final queda antes del comienzo.</translation>
    </message>
    <message>
        <source>Nobody of the family has said yes yet.</source>
        <translation>Nadie de la familia ha dicho que sí todavía.</translation>
    </message>
    <message>
        <source>The person whose plan this is has not said yes.</source>
        <translation>La persona de quien es este plan no ha dicho que sí.</translation>
    </message>
    <message>
        <source>It runs longer than your agency allows: {n} days at most.</source>
        <translation>Dura más de lo que permite su agencia: {n} días como máximo.</translation>
    </message>
    <message>
        <source>This plan was offered. Take it back to change it, or write the next version.</source>
        <translation>Este plan ya se ofreció. Retírelo para cambiarlo, o escriba la siguiente versión.</translation>
    </message>
    <message>
        <source>This plan is in force. Write the next version to change it.</source>
        <translation>Este plan está en vigor. Escriba la siguiente versión para cambiarlo.</translation>
    </message>
    <message>
        <source>Offer the plan first, so that everybody can say where they stand.</source>
        <translation>Primero ofrezca el plan, para que cada quien diga qué piensa.</translation>
    </message>
    <message>
        <source>Somebody has gone on with this plan meanwhile, so it stays as it is.</source>
        <translation>Mientras tanto alguien siguió con este plan, así que queda como está.</translation>
    </message>
    <message>
        <source>The next version has been begun already.</source>
        <translation>La siguiente versión ya se empezó.</translation>
    </message>
    <message>
        <source>That cannot be done with this plan now.</source>
        <translation>Eso no se puede hacer ahora con este plan.</translation>
    </message>
    <message>
        <source>This makes one person answer for what {words} does. Could {words} have a step of their own?</source>
        <translation>Esto hace que una persona responda por lo que hace {words}. ¿Podría haber un paso propio para {words}?</translation>
    </message>
    <message>
        <source>A plan cannot ask somebody to get an order of protection. That is theirs to choose; we can help.</source>
        <translation>Un plan no puede pedirle a nadie que consiga una orden de protección. Eso lo decide la persona; podemos ayudar.</translation>
    </message>
    <message>
        <source>Two people stand here ({words}). One person, one step: write it twice?</source>
        <translation>Aquí hay dos personas ({words}). Una persona, un paso: ¿lo escribe dos veces?</translation>
    </message>
    <message>
        <source>This goal is in the agency’s words only. How would the family say it?</source>
        <translation>Esta meta está solo en palabras de la agencia. ¿Cómo lo diría la familia?</translation>
    </message>
    <message>
        <source>This is long or hard to read. Shorter sentences help everybody.</source>
        <translation>Esto es largo o difícil de leer. Las frases cortas ayudan a todos.</translation>
    </message>
    <message>
        <source>“{words}” is hard to see. How will everybody know it happened?</source>
        <translation>«{words}» es difícil de ver. ¿Cómo sabrán todos que pasó?</translation>
    </message>
</context>
<context>
    <name>PlanVisitSheet</name>
    <message>
        <source>Plan a visit</source>
        <translation>Planear una visita</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Cuánto tiempo</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>“Friday”, “tomorrow” or 11/27</source>
        <translation>«viernes», «mañana» u 11/27</translation>
    </message>
    <message>
        <source>What for, if you like</source>
        <translation>Para qué, si quiere</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Planearla</translation>
    </message>
    <message>
        <source>Please write a day, like 11/27 or “Friday”.</source>
        <translation>Escriba un día, como 11/27 o «viernes».</translation>
    </message>
    <message>
        <source>Please write a time, like 16:00.</source>
        <translation>Escriba una hora, como 16:00.</translation>
    </message>
    <message>
        <source>That is in the past.</source>
        <translation>Eso ya pasó.</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Setting up your sample agency</source>
        <translation>Preparando su agencia de ejemplo</translation>
    </message>
    <message>
        <source>A small agency server starts on this laptop, with invented families and a full day of visits.</source>
        <translation>Un pequeño servidor de agencia arranca en esta computadora, con familias inventadas y un día entero de visitas.</translation>
    </message>
    <message>
        <source>Inventing families</source>
        <translation>Inventando familias</translation>
    </message>
    <message>
        <source>This takes about a minute, once.</source>
        <translation>Tarda un minuto, una sola vez.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Paso {0} de {1}</translation>
    </message>
    <message>
        <source>The sample agency could not be set up.</source>
        <translation>No se pudo preparar la agencia de ejemplo.</translation>
    </message>
    <message>
        <source>Nothing was lost. Free some disk space and try again.</source>
        <translation>No se perdió nada. Libere espacio en el disco e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Bring in</source>
        <translation>Incorporar</translation>
    </message>
    <message>
        <source>Take them all as proposed</source>
        <translation>Aceptar todas las propuestas</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Mirarlas</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>People in the file</source>
        <translation>Personas en el archivo</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>Lo que se notó</translation>
    </message>
    <message>
        <source>Perhaps known already: {who}</source>
        <translation>Quizás ya conocidas: {who}</translation>
    </message>
    <message>
        <source>Name and year are near. Look at each, or take them all as proposed.</source>
        <translation>El nombre y el año se parecen. Mire cada una o acepte todas las propuestas.</translation>
    </message>
    <message>
        <source>Bring in {people}</source>
        <translation>Incorporar {people}</translation>
    </message>
    <message>
        <source>Everybody · {n}</source>
        <translation>Todas · {n}</translation>
    </message>
    <message>
        <source>To look at · {n}</source>
        <translation>Por mirar · {n}</translation>
    </message>
    <message>
        <source>Known already · {n}</source>
        <translation>Ya conocidas · {n}</translation>
    </message>
    <message>
        <source>New · {n}</source>
        <translation>Nuevas · {n}</translation>
    </message>
    <message>
        <source>Left out · {n}</source>
        <translation>Fuera · {n}</translation>
    </message>
    <message>
        <source>Has no place here · {n}</source>
        <translation>No tiene lugar aquí · {n}</translation>
    </message>
    <message>
        <source>Noticed in the file · {n}</source>
        <translation>Notado en el archivo · {n}</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>PromiseLine</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Open again: {what}</source>
        <translation>Abrir de nuevo: {what}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Hecho: {what}</translation>
    </message>
    <message>
        <source>What else became of it</source>
        <translation>En qué más quedó</translation>
    </message>
    <message>
        <source>What became of: {what}</source>
        <translation>En qué quedó: {what}</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>En qué quedó</translation>
    </message>
    <message>
        <source>It is going on</source>
        <translation>Está en marcha</translation>
    </message>
    <message>
        <source>It is stuck…</source>
        <translation>Está atascado…</translation>
    </message>
    <message>
        <source>It changed…</source>
        <translation>Cambió…</translation>
    </message>
    <message>
        <source>We let it go…</source>
        <translation>Lo dejamos…</translation>
    </message>
</context>
<context>
    <name>PromiseWriter</name>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>I</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Ask the school about bus passes</source>
        <translation>Preguntar en la escuela por pases de autobús</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>Add this promise</source>
        <translation>Añadir esta promesa</translation>
    </message>
</context>
<context>
    <name>PromisesPanel</name>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>We promised</source>
        <translation>Nosotros prometimos</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>Ellos prometieron</translation>
    </message>
    <message>
        <source>Nothing promised yet. A promise made in a visit stands here.</source>
        <translation>Todavía no hay promesas. Lo que se promete en una visita aparece aquí.</translation>
    </message>
    <message>
        <source>Nothing promised yet.</source>
        <translation>Todavía no hay promesas.</translation>
    </message>
</context>
<context>
    <name>QuoteCard</name>
    <message>
        <source>Somebody of the family</source>
        <translation>Alguien de la familia</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the note this was said in</source>
        <translation>Abrir la nota en que se dijo</translation>
    </message>
    <message>
        <source>Open the note in which {who} said this</source>
        <translation>Abrir la nota en que {who} dijo esto</translation>
    </message>
</context>
<context>
    <name>QuotesPanel</name>
    <message>
        <source>Nothing written down in their own words yet. During a visit, one tap on “said” keeps it.</source>
        <translation>Todavía no hay nada anotado en sus propias palabras. Durante una visita, basta tocar «dijo».</translation>
    </message>
    <message>
        <source>In the family’s words</source>
        <translation>En palabras de la familia</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Main menu</source>
        <translation>Menú principal</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Hide everything (F9)</source>
        <translation>Ocultar todo (F9)</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Lock now (Ctrl+L)</source>
        <translation>Bloquear ahora (Ctrl+L)</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Usted está aquí</translation>
    </message>
</context>
<context>
    <name>ReachForm</name>
    <message>
        <source>Reaching them</source>
        <translation>Cómo localizarle</translation>
    </message>
    <message>
        <source>Add a way to reach them</source>
        <translation>Añadir cómo localizarle</translation>
    </message>
    <message>
        <source>Nothing written down yet.</source>
        <translation>Todavía no hay nada anotado.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <translation>Cambiar: {what}</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>no voicemail</source>
        <translation>sin buzón de voz</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>sin mensajes de texto</translation>
    </message>
    <message>
        <source>no letters</source>
        <translation>sin cartas</translation>
    </message>
    <message>
        <source>Keep only the substitute address?</source>
        <translation>¿Guardar solo la dirección sustituta?</translation>
    </message>
    <message>
        <source>With a substitute address the actual one may not be stored. It is erased here, and the substitute stands in its place.</source>
        <translation>Con una dirección sustituta no se puede guardar la verdadera. Aquí se borra, y queda la sustituta en su lugar.</translation>
    </message>
    <message>
        <source>Keep the substitute</source>
        <translation>Guardar la sustituta</translation>
    </message>
    <message>
        <source>Remove this way to reach them?</source>
        <translation>¿Quitar esta forma de localizarle?</translation>
    </message>
</context>
<context>
    <name>ReachSheet</name>
    <message>
        <source>How can they be reached?</source>
        <translation>¿Cómo se le puede localizar?</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>Número o dirección</translation>
    </message>
    <message>
        <source>Withheld; write a new one to replace it</source>
        <translation>Reservado; escriba otro para reemplazarlo</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Leave a voicemail</source>
        <translation>Dejar mensaje de voz</translation>
    </message>
    <message>
        <source>Send a text</source>
        <translation>Mandar mensaje de texto</translation>
    </message>
    <message>
        <source>Send a letter</source>
        <translation>Mandar carta</translation>
    </message>
    <message>
        <source>When is a good time</source>
        <translation>Cuándo es buen momento</translation>
    </message>
    <message>
        <source>What is withheld is covered on this screen. With a substitute address, no actual one is stored.</source>
        <translation>Lo reservado se tapa en esta pantalla. Con una dirección sustituta no se guarda la verdadera.</translation>
    </message>
    <message>
        <source>Is it safe to leave a voicemail?</source>
        <translation>¿Es seguro dejar un mensaje de voz?</translation>
    </message>
    <message>
        <source>Is it safe to send a text?</source>
        <translation>¿Es seguro mandar un mensaje de texto?</translation>
    </message>
    <message>
        <source>Is it safe to send a letter?</source>
        <translation>¿Es seguro mandar una carta?</translation>
    </message>
    <message>
        <source>When is a good time?</source>
        <translation>¿Cuándo es buen momento?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>ReadPage</name>
    <message>
        <source>What the child said about it</source>
        <translation>Lo que dijo el niño o la niña sobre esto</translation>
    </message>
    <message>
        <source>For example: not the worries page</source>
        <translation>Por ejemplo: la hoja de preocupaciones no</translation>
    </message>
    <message>
        <source>Back to the three</source>
        <translation>Volver a las tres</translation>
    </message>
    <message>
        <source>Remove this talk</source>
        <translation>Quitar esta conversación</translation>
    </message>
    <message>
        <source>I read it back, and {name} says it is right</source>
        <translation>Lo leí en voz alta y {name} dice que está bien</translation>
    </message>
    <message>
        <source>{name}, with whom may I share this?</source>
        <translation>{name}, ¿con quién puedo compartir esto?</translation>
    </message>
    <message>
        <source>It stays locked until {name} says so. {name} can change this at any time.</source>
        <translation>Queda bajo llave hasta que {name} lo diga. {name} puede cambiarlo en cualquier momento.</translation>
    </message>
    <message>
        <source>First read it back. Then {name} decides.</source>
        <translation>Primero léalo en voz alta. Después decide {name}.</translation>
    </message>
    <message>
        <source>{what}: chosen</source>
        <translation>{what}: elegido</translation>
    </message>
    <message>
        <source>The drawing: {what}</source>
        <translation>El dibujo: {what}</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>All topics</source>
        <translation>Todos los temas</translation>
    </message>
    <message>
        <source>Your agency may put its own words here</source>
        <translation>Su agencia puede poner aquí sus propias palabras</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Tropiezos</translation>
    </message>
    <message>
        <source>With children</source>
        <translation>Con los niños</translation>
    </message>
    <message>
        <source>When one partner hurts the other</source>
        <translation>Cuando una persona lastima a su pareja</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Close, and turn the laptop back (Esc)</source>
        <translation>Cerrar y volver a girar la computadora (Esc)</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Search your work</source>
        <translation>Buscar en su trabajo</translation>
    </message>
    <message>
        <source>A family, a kind, a receipt number</source>
        <translation>Una familia, un tipo, un número de recibo</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Solo aquí</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>With the agency</source>
        <translation>Con la agencia</translation>
    </message>
    <message>
        <source>All receipts</source>
        <translation>Todos los recibos</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Aquí no hay nada</translation>
    </message>
    <message>
        <source>Everything you write will be listed here, with its receipt.</source>
        <translation>Todo lo que escriba se verá aquí, con su recibo.</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>only on this laptop</source>
        <translation>solo en esta computadora</translation>
    </message>
    <message>
        <source>sent, waiting for a receipt</source>
        <translation>enviado, se espera el recibo</translation>
    </message>
    <message>
        <source>with the agency since {when}</source>
        <translation>con la agencia desde {when}</translation>
    </message>
    <message>
        <source>receipt {n}</source>
        <translation>recibo {n}</translation>
    </message>
    <message>
        <source>written {when}</source>
        <translation>escrito {when}</translation>
    </message>
    <message>
        <source>Your work cannot be listed just now</source>
        <translation>Ahora no se puede mostrar su trabajo</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>Removed; the history keeps it.</source>
        <translation>Quitado; la historia lo guarda.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>RemovalSheet</name>
    <message>
        <source>It was a mistake</source>
        <translation>Fue un error</translation>
    </message>
    <message>
        <source>It is no longer so</source>
        <translation>Ya no es así</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Why, in your words</source>
        <translation>Por qué, en sus palabras</translation>
    </message>
    <message>
        <source>Or in your words</source>
        <translation>O en sus palabras</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Families</source>
        <translation>Familias</translation>
    </message>
    <message>
        <source>In your notes</source>
        <translation>En sus notas</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Qué mostrar</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>When do you look at it again?</source>
        <translation>¿Cuándo lo revisan?</translation>
    </message>
    <message>
        <source>A day you choose together. It reminds you a week before.</source>
        <translation>Un día que eligen juntos. Le avisa una semana antes.</translation>
    </message>
    <message>
        <source>We look at it again</source>
        <translation>Lo revisamos</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
    <message>
        <source>In {weeks}</source>
        <translation>En {weeks}</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>In this family</source>
        <translation>En esta familia</translation>
    </message>
    <message>
        <source>To the family</source>
        <translation>Para la familia</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>More about where</source>
        <translation>Más sobre dónde</translation>
    </message>
</context>
<context>
    <name>Roots</name>
    <message>
        <source>Search for kin</source>
        <translation>Buscar parientes</translation>
    </message>
    <message>
        <source>Family tree file</source>
        <translation>Archivo de árbol familiar</translation>
    </message>
    <message>
        <source>Bring in a family tree…</source>
        <translation>Incorporar un árbol familiar…</translation>
    </message>
    <message>
        <source>Save as a family tree file…</source>
        <translation>Guardar como archivo de árbol familiar…</translation>
    </message>
    <message>
        <source>Take back what was brought in</source>
        <translation>Deshacer lo incorporado</translation>
    </message>
    <message>
        <source>All of it was taken back.</source>
        <translation>Se deshizo todo.</translation>
    </message>
</context>
<context>
    <name>RootsLinks</name>
    <message>
        <source>Places and people in {name}’s life</source>
        <translation>Lugares y personas en la vida de {name}</translation>
    </message>
    <message>
        <source>Search for {name}</source>
        <translation>Buscar a {name}</translation>
    </message>
</context>
<context>
    <name>SafetyAnswer</name>
    <message>
        <source>Is everybody safe now?</source>
        <translation>¿Están todos a salvo ahora?</translation>
    </message>
    <message>
        <source>A sentence for each child is enough. Protected facts belong under Safety.</source>
        <translation>Basta una frase por cada niño. Los datos protegidos van en Seguridad.</translation>
    </message>
    <message>
        <source>Safety now</source>
        <translation>Seguridad ahora</translation>
    </message>
</context>
<context>
    <name>SafetyBody</name>
    <message>
        <source>What each person does, starting now</source>
        <translation>Lo que hace cada persona, desde ahora</translation>
    </message>
</context>
<context>
    <name>SaidAnswer</name>
    <message>
        <source>What did the family say, and what do they want?</source>
        <translation>¿Qué dijo la familia y qué quiere?</translation>
    </message>
    <message>
        <source>Their words first. Yours can wait for the next step.</source>
        <translation>Primero sus palabras. Las de usted pueden esperar al paso siguiente.</translation>
    </message>
    <message>
        <source>In a sentence or two, what do they want?</source>
        <translation>En una o dos frases, ¿qué quieren?</translation>
    </message>
    <message>
        <source>Nobody said much today</source>
        <translation>Hoy nadie dijo mucho</translation>
    </message>
    <message>
        <source>Not quoted yet</source>
        <translation>Todavía sin citar</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>otra persona</translation>
    </message>
    <message>
        <source>Nobody said much today.</source>
        <translation>Hoy nadie dijo mucho.</translation>
    </message>
</context>
<context>
    <name>SaidDidPanel</name>
    <message>
        <source>Nothing asked for yet. When somebody asks for something, it stands here until it came.</source>
        <translation>Todavía no han pedido nada. Cuando alguien pida algo, queda aquí hasta que llegue.</translation>
    </message>
    <message>
        <source>They asked for something</source>
        <translation>Pidieron algo</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Ustedes dijeron</translation>
    </message>
    <message>
        <source>we did</source>
        <translation>hicimos</translation>
    </message>
    <message>
        <source>{kept} of {of} kept</source>
        <translation>{kept} de {of} cumplidas</translation>
    </message>
</context>
<context>
    <name>SaidDidTold</name>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Not yet, and why</source>
        <translation>Todavía no, y por qué</translation>
    </message>
    <message>
        <source>They wait for our answer</source>
        <translation>Esperan nuestra respuesta</translation>
    </message>
    <message>
        <source>They said no, thank you</source>
        <translation>Dijeron que no, gracias</translation>
    </message>
    <message>
        <source>promised by you</source>
        <translation>prometido por usted</translation>
    </message>
    <message>
        <source>promised by {who}</source>
        <translation>prometido por {who}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde: {day}</translation>
    </message>
    <message>
        <source>asked {day}</source>
        <translation>pedido: {day}</translation>
    </message>
    <message>
        <source>we ask again {day}</source>
        <translation>volvemos a preguntar: {day}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>a más tardar {day}</translation>
    </message>
</context>
<context>
    <name>SaveSheet</name>
    <message>
        <source>Save as a family tree file</source>
        <translation>Guardar como archivo de árbol familiar</translation>
    </message>
    <message>
        <source>This file is for you alone</source>
        <translation>Este archivo es solo para usted</translation>
    </message>
    <message>
        <source>It names everybody with their days of birth and is not encrypted. Do not hand it on, not even to the family: what may be given to whom is decided elsewhere.</source>
        <translation>Nombra a todas las personas con su fecha de nacimiento y no está cifrado. No lo entregue a nadie, ni siquiera a la familia: qué se puede dar y a quién se decide en otro lugar.</translation>
    </message>
    <message>
        <source>Not in the file: whatever and whoever is kept under Safety, ties that are not safe, how close people are, addresses and ways to reach them, notes, searches, placements, pregnancies and losses.</source>
        <translation>No está en el archivo: lo que y a quien se guarda en Seguridad, los vínculos que no son seguros, qué tan cercanas son las personas, las direcciones y formas de contacto, las notas, las búsquedas, las ubicaciones, los embarazos y las pérdidas.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>5.5.1, for most programs</source>
        <translation>5.5.1, para la mayoría</translation>
    </message>
    <message>
        <source>7.0, the newest</source>
        <translation>7.0, la más nueva</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Elegir dónde…</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save as a family tree file</source>
        <translation>Guardar como archivo de árbol familiar</translation>
    </message>
    <message>
        <source>Family trees (*.ged)</source>
        <translation>Árboles familiares (*.ged)</translation>
    </message>
    <message>
        <source>family tree</source>
        <translation>árbol familiar</translation>
    </message>
    <message>
        <source>Saved for you alone: {people}.</source>
        <translation>Guardado solo para usted: {people}.</translation>
    </message>
</context>
<context>
    <name>SawAnswer</name>
    <message>
        <source>What did you see and hear?</source>
        <translation>¿Qué vio y oyó?</translation>
    </message>
    <message>
        <source>First what anybody would have seen; what you make of it has its own place.</source>
        <translation>Primero lo que cualquiera habría visto; lo que usted piensa tiene su propio lugar.</translation>
    </message>
    <message>
        <source>What we saw</source>
        <translation>Lo que vimos</translation>
    </message>
    <message>
        <source>The rooms, the food, who did what…</source>
        <translation>Los cuartos, la comida, quién hizo qué…</translation>
    </message>
    <message>
        <source>What we think</source>
        <translation>Lo que pensamos</translation>
    </message>
    <message>
        <source>What it may mean, and what we do not know</source>
        <translation>Qué puede significar y qué no sabemos</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>Saved %1 on this laptop</source>
        <translation>Guardado a las %1 en esta computadora</translation>
    </message>
    <message>
        <source>Everything here is kept on this laptop</source>
        <translation>Todo lo de aquí está guardado en esta computadora</translation>
    </message>
    <message>
        <source>This note is final; later thoughts go in an addendum.</source>
        <translation>Esta nota es final; lo que venga después va en un añadido.</translation>
    </message>
    <message>
        <source>That cannot be taken as it is; nothing was changed.</source>
        <translation>Así no se puede guardar; no se cambió nada.</translation>
    </message>
    <message>
        <source>The disk is full. Your words stay here; make room, and they are kept by themselves.</source>
        <translation>El disco está lleno. Sus palabras siguen aquí; libere espacio y se guardan solas.</translation>
    </message>
    <message>
        <source>That could not be kept yet. Your words stay here; it is tried again by itself.</source>
        <translation>Eso todavía no se pudo guardar. Sus palabras siguen aquí; se intenta de nuevo solo.</translation>
    </message>
</context>
<context>
    <name>SayingCard</name>
    <message>
        <source>Somebody of the family</source>
        <translation>Alguien de la familia</translation>
    </message>
    <message>
        <source>Take these words onto the map</source>
        <translation>Llevar estas palabras al mapa</translation>
    </message>
    <message>
        <source>Take onto the map: “{words}”</source>
        <translation>Llevar al mapa: «{words}»</translation>
    </message>
    <message>
        <source>On the map: {kind}</source>
        <translation>En el mapa: {kind}</translation>
    </message>
    <message>
        <source>Open the note</source>
        <translation>Abrir la nota</translation>
    </message>
</context>
<context>
    <name>ScaleChart</name>
    <message>
        <source>square</source>
        <translation>cuadrado</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>círculo</translation>
    </message>
    <message>
        <source>diamond</source>
        <translation>rombo</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>triángulo</translation>
    </message>
    <message>
        <source>triangle on its tip</source>
        <translation>triángulo invertido</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>barra</translation>
    </message>
</context>
<context>
    <name>ScalePanel</name>
    <message>
        <source>Other questions</source>
        <translation>Otras preguntas</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Volver a preguntar</translation>
    </message>
    <message>
        <source>Read as a table</source>
        <translation>Leer como tabla</translation>
    </message>
    <message>
        <source>Ask each person for a number of their own, from 0 to 10, and for the words that go with it. Ask again another day; what moves is theirs to tell.</source>
        <translation>Pida a cada persona un número propio, de 0 a 10, y las palabras que lo acompañan. Vuelva a preguntar otro día; qué cambió lo cuentan ellos.</translation>
    </message>
    <message>
        <source>from 0 to 10, each person’s own number</source>
        <translation>de 0 a 10, el número propio de cada persona</translation>
    </message>
    <message>
        <source>Ask for a number</source>
        <translation>Pedir un número</translation>
    </message>
    <message>
        <source>asked alone</source>
        <translation>a solas</translation>
    </message>
    <message>
        <source>{name}, {day}, {number}</source>
        <translation>{name}, {day}, {number}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <translation>Cambiar: {what}</translation>
    </message>
    <message>
        <source>Remove: {what}</source>
        <translation>Quitar: {what}</translation>
    </message>
    <message>
        <source>Remove this number?</source>
        <translation>¿Quitar este número?</translation>
    </message>
    <message>
        <source>Hide the table</source>
        <translation>Ocultar la tabla</translation>
    </message>
</context>
<context>
    <name>ScaleWords</name>
    <message>
        <source>nothing is safe yet</source>
        <translation>nada es seguro aún</translation>
    </message>
    <message>
        <source>as we want it</source>
        <translation>como queremos</translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation>nadie escucha</translation>
    </message>
    <message>
        <source>fully heard</source>
        <translation>se me escucha del todo</translation>
    </message>
    <message>
        <source>no hope now</source>
        <translation>sin esperanza ahora</translation>
    </message>
    <message>
        <source>full of hope</source>
        <translation>con mucha esperanza</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>ready to go</source>
        <translation>todo listo</translation>
    </message>
    <message>
        <source>fully</source>
        <translation>del todo</translation>
    </message>
    <message>
        <source>{name} went from {before} to {now}: ask what changed</source>
        <translation>{name} pasó de {before} a {now}: pregunte qué cambió</translation>
    </message>
    <message>
        <source>{name} was last asked {day}</source>
        <translation>A {name} se preguntó por última vez: {day}</translation>
    </message>
    <message>
        <source>{name} has not moved since {day}</source>
        <translation>{name} sigue igual desde: {day}</translation>
    </message>
    <message>
        <source>{name} has not moved: ask them alone</source>
        <translation>{name} sigue igual: pregunte a solas</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Seen from</source>
        <translation>Visto desde</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Hasta dónde</translation>
    </message>
    <message>
        <source>As of a day</source>
        <translation>En un día</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Nadie en particular</translation>
    </message>
    <message>
        <source>{n} steps of kinship</source>
        <translation>{n} pasos de parentesco</translation>
    </message>
    <message>
        <source>One step of kinship</source>
        <translation>Un paso de parentesco</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Vaciar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SearchLog</name>
    <message>
        <source>Where to be found</source>
        <translation>Dónde se encuentra</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Safety review</source>
        <translation>Revisión de seguridad</translation>
    </message>
    <message>
        <source>Before anybody writes, calls or visits</source>
        <translation>Antes de que alguien escriba, llame o visite</translation>
    </message>
    <message>
        <source>Write down a search</source>
        <translation>Anotar una búsqueda</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Abrir la persona</translation>
    </message>
    <message>
        <source>Yes, it is known where</source>
        <translation>Sí, ya se sabe dónde</translation>
    </message>
    <message>
        <source>Nobody has looked yet</source>
        <translation>Nadie ha buscado todavía</translation>
    </message>
    <message>
        <source>last looked {day}</source>
        <translation>última búsqueda {day}</translation>
    </message>
    <message>
        <source>look again by {day}</source>
        <translation>volver a buscar antes del {day}</translation>
    </message>
    <message>
        <source>Paused for safety: no notices, letters or visits</source>
        <translation>En pausa por seguridad: sin avisos, cartas ni visitas</translation>
    </message>
    <message>
        <source>Until the review is done, nobody writes to {name}, calls or visits. Looking in records goes on.</source>
        <translation>Hasta que termine la revisión, nadie escribe a {name}, ni llama ni visita. La búsqueda en registros continúa.</translation>
    </message>
    <message>
        <source>Somebody found {name}</source>
        <translation>Alguien encontró a {name}</translation>
    </message>
    <message>
        <source>Is it known now where they are? Then nobody needs to look again.</source>
        <translation>¿Ya se sabe dónde está? Entonces no hace falta volver a buscar.</translation>
    </message>
    <message>
        <source>Nothing is written down yet. Begin with those who know {name}: the family, the child, earlier files.</source>
        <translation>Aún no hay nada anotado. Empiece por quienes conocen a {name}: la familia, el niño o la niña, los expedientes anteriores.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search for kin</source>
        <translation>Buscar parientes</translation>
    </message>
    <message>
        <source>Look for somebody else</source>
        <translation>Buscar a otra persona</translation>
    </message>
    <message>
        <source>It is known where everybody is</source>
        <translation>Se sabe dónde está cada persona</translation>
    </message>
    <message>
        <source>When a parent or relative cannot be found, say so under “Where to be found”. Or look for somebody else.</source>
        <translation>Si no se encuentra a un padre, una madre o un pariente, dígalo en «Dónde se encuentra». O busque a otra persona.</translation>
    </message>
    <message>
        <source>Look for somebody</source>
        <translation>Buscar a alguien</translation>
    </message>
    <message>
        <source>Until somebody is found, look again at least every {days}.</source>
        <translation>Hasta encontrar a la persona, vuelva a buscar al menos cada {days}.</translation>
    </message>
    <message>
        <source>known</source>
        <translation>se sabe</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>sin preguntar aún</translation>
    </message>
    <message>
        <source>nobody looked yet</source>
        <translation>nadie ha buscado</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>volver a buscar</translation>
    </message>
    <message>
        <source>next step due</source>
        <translation>toca el próximo paso</translation>
    </message>
    <message>
        <source>looked {ago}</source>
        <translation>buscado {ago}</translation>
    </message>
    <message>
        <source>Written down for today.</source>
        <translation>Anotado para hoy.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The search cannot be shown just now</source>
        <translation>La búsqueda no se puede mostrar ahora</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>The note</source>
        <translation>La nota</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Lo que se intentó</translation>
    </message>
    <message>
        <source>Nothing yet. A day and a time is enough.</source>
        <translation>Todavía nada. Basta un día y una hora.</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Todavía nada.</translation>
    </message>
</context>
<context>
    <name>Seeing</name>
    <message>
        <source>{name}, alone</source>
        <translation>{name}, a solas</translation>
    </message>
    <message>
        <source>Promised: {what}</source>
        <translation>Prometido: {what}</translation>
    </message>
</context>
<context>
    <name>ServiceBody</name>
    <message>
        <source>Ask what they want, and write it down as they say it. The steps come after it.</source>
        <translation>Pregunte qué quieren y anótelo como lo dicen. Los pasos vienen después.</translation>
    </message>
    <message>
        <source>No goal yet</source>
        <translation>Todavía no hay meta</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Close: {what}</source>
        <translation>Cerrar: {what}</translation>
    </message>
    <message>
        <source>More about: {what}</source>
        <translation>Más sobre: {what}</translation>
    </message>
    <message>
        <source>Remove: {what}</source>
        <translation>Quitar: {what}</translation>
    </message>
    <message>
        <source>How it stands with: {what}</source>
        <translation>Cómo va: {what}</translation>
    </message>
    <message>
        <source>asked {day}</source>
        <translation>pedido: {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde: {day}</translation>
    </message>
    <message>
        <source>we ask again {day}</source>
        <translation>volvemos a preguntar: {day}</translation>
    </message>
    <message>
        <source>Nobody wrote down yet that the family agreed to our passing on their name.</source>
        <translation>Nadie ha anotado todavía que la familia aceptó que demos su nombre.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Removed; the history keeps it.</source>
        <translation>Quitado; el historial lo guarda.</translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message>
        <source>What they asked for</source>
        <translation>Lo que pidieron</translation>
    </message>
    <message>
        <source>Who provides it</source>
        <translation>Quién lo da</translation>
    </message>
    <message>
        <source>What we answered</source>
        <translation>Lo que respondimos</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>Qué lo impide</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Quién lo pidió</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Nadie en particular</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Pedido el</translation>
    </message>
    <message>
        <source>Referred on</source>
        <translation>Referido el</translation>
    </message>
    <message>
        <source>Started on</source>
        <translation>Empezó el</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Terminó el</translation>
    </message>
    <message>
        <source>We ask again on</source>
        <translation>Volvemos a preguntar el</translation>
    </message>
    <message>
        <source>The family agreed that we pass on their name</source>
        <translation>La familia aceptó que demos su nombre</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>Elegir un PIN</translation>
    </message>
    <message>
        <source>Join my agency</source>
        <translation>Unirme a mi agencia</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next setting</source>
        <translation>siguiente ajuste</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Izquierda, Derecha</translation>
    </message>
    <message>
        <source>choose within a row</source>
        <translation>elegir dentro de una fila</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Engage speaks it from the next unlock on.</source>
        <translation>Engage lo habla a partir del próximo desbloqueo.</translation>
    </message>
    <message>
        <source>At large sizes every screen takes another layout; nothing is cut off.</source>
        <translation>Con letra grande, cada pantalla se ordena de otro modo; nada se corta.</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>Cómo se ve</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de acceso</translation>
    </message>
    <message>
        <source>Engage hides after a minute without touch, and locks three minutes later (ten during a visit). It locks at once when the laptop sleeps. F9 hides, Ctrl+L locks.</source>
        <translation>Engage se oculta tras un minuto sin tocarlo y se bloquea tres minutos después (diez durante una visita). Se bloquea al instante cuando la computadora duerme. F9 oculta, Ctrl+L bloquea.</translation>
    </message>
    <message>
        <source>Hiding and locking</source>
        <translation>Ocultar y bloquear</translation>
    </message>
    <message>
        <source>Make today&apos;s backup now</source>
        <translation>Hacer ahora la copia de hoy</translation>
    </message>
    <message>
        <source>About Engage</source>
        <translation>Acerca de Engage</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Esta computadora</translation>
    </message>
    <message>
        <source>working alone</source>
        <translation>trabaja por su cuenta</translation>
    </message>
    <message>
        <source>with a sample agency on this laptop</source>
        <translation>con una agencia de ejemplo en esta computadora</translation>
    </message>
    <message>
        <source>with {0}</source>
        <translation>con {0}</translation>
    </message>
    <message>
        <source>the agency</source>
        <translation>la agencia</translation>
    </message>
    <message>
        <source>{0}, {1}.
Drawer {2}, encrypted with keys that only your passphrase opens.</source>
        <translation>{0}, {1}.
Cajón {2}, cifrado con llaves que solo abre su frase de acceso.</translation>
    </message>
    <message>
        <source>Encrypted backups kept: {0}.</source>
        <translation>Copias cifradas guardadas: {0}.</translation>
    </message>
    <message>
        <source>No backup yet; the first is made today.</source>
        <translation>Todavía no hay copia; la primera se hace hoy.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>Today&apos;s backup is made and proved.</source>
        <translation>La copia de hoy está hecha y comprobada.</translation>
    </message>
    <message>
        <source>Today&apos;s backup was already there.</source>
        <translation>La copia de hoy ya estaba.</translation>
    </message>
    <message>
        <source>The disk is full; free some space first.</source>
        <translation>El disco está lleno; libere espacio primero.</translation>
    </message>
    <message>
        <source>That did not work; nothing was changed.</source>
        <translation>No funcionó; no se cambió nada.</translation>
    </message>
    <message>
        <source>The PIN brings you back after hiding; locking still asks for the passphrase.</source>
        <translation>El PIN le devuelve la ventana después de ocultar; al bloquear se pide la frase de acceso.</translation>
    </message>
    <message>
        <source>From now on the new passphrase opens this laptop; the old one no longer does.</source>
        <translation>Desde ahora la frase nueva abre esta computadora; la anterior ya no.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Atrás (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>El disco está lleno. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The folder for your work cannot be written to.</source>
        <translation>No se puede escribir en la carpeta de su trabajo.</translation>
    </message>
    <message>
        <source>Engage is already open. Close the other window first.</source>
        <translation>Engage ya está abierto. Cierre primero la otra ventana.</translation>
    </message>
    <message>
        <source>There is already work in this folder. Close this window and open Engage again.</source>
        <translation>Ya hay trabajo en esta carpeta. Cierre esta ventana y abra Engage otra vez.</translation>
    </message>
    <message>
        <source>That did not work. Nothing was changed; please try again.</source>
        <translation>No funcionó. No se cambió nada; inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>SideRoad</name>
    <message>
        <source>All people</source>
        <translation>Todas las personas</translation>
    </message>
</context>
<context>
    <name>SoFar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take the newest mark back</source>
        <translation>Deshacer la última marca</translation>
    </message>
    <message>
        <source>This visit so far</source>
        <translation>Esta visita hasta ahora</translation>
    </message>
    <message>
        <source>What you tap shows here, with its time. Tap a line to add words or take it back.</source>
        <translation>Lo que toca aparece aquí, con su hora. Toque una línea para añadir palabras o deshacerla.</translation>
    </message>
    <message>
        <source>Check Safety before sharing</source>
        <translation>Consulte Seguridad antes de compartir</translation>
    </message>
</context>
<context>
    <name>SolutionsPart</name>
    <message>
        <source>Begin with what they would do themselves. Then write down what they ask for, and what came of it.</source>
        <translation>Empiece con lo que harían ellos mismos. Después anote lo que piden y en qué quedó.</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Soluciones</translation>
    </message>
    <message>
        <source>This cannot be shown just now</source>
        <translation>Esto no se puede mostrar en este momento</translation>
    </message>
</context>
<context>
    <name>SpellMenu</name>
    <message>
        <source>Spelling of “{word}”</source>
        <translation>Ortografía de «{word}»</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Leave it as it is in this note</source>
        <translation>Dejarla como está en esta nota</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Sin sugerencias</translation>
    </message>
</context>
<context>
    <name>SpellTool</name>
    <message>
        <source>Spelling</source>
        <translation>Ortografía</translation>
    </message>
    <message>
        <source>the next misspelt word, the one before</source>
        <translation>la siguiente palabra mal escrita, la anterior</translation>
    </message>
    <message>
        <source>what may be meant by the word one is in</source>
        <translation>qué puede querer decir la palabra donde está</translation>
    </message>
    <message>
        <source>Spelling cannot be looked at just now</source>
        <translation>La ortografía no se puede revisar en este momento</translation>
    </message>
    <message>
        <source>Spelling is not looked at</source>
        <translation>La ortografía no se revisa</translation>
    </message>
    <message>
        <source>one word to look at</source>
        <translation>una palabra por revisar</translation>
    </message>
    <message>
        <source>{n} words to look at</source>
        <translation>{n} palabras por revisar</translation>
    </message>
    <message>
        <source>No word to look at</source>
        <translation>Ninguna palabra por revisar</translation>
    </message>
    <message>
        <source>Spelling: {n}</source>
        <translation>Ortografía: {n}</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Palabra siguiente</translation>
    </message>
    <message>
        <source>Word before</source>
        <translation>Palabra anterior</translation>
    </message>
    <message>
        <source>What may be meant by “{word}”</source>
        <translation>Qué puede querer decir «{word}»</translation>
    </message>
    <message>
        <source>Language by the words themselves</source>
        <translation>Idioma según las palabras</translation>
    </message>
    <message>
        <source>Do not look at spelling here</source>
        <translation>No revisar la ortografía aquí</translation>
    </message>
</context>
<context>
    <name>StandRow</name>
    <message>
        <source>Not asked yet</source>
        <translation>Sin preguntar todavía</translation>
    </message>
    <message>
        <source>Where {name} stands</source>
        <translation>Qué piensa {name}</translation>
    </message>
    <message>
        <source>In {name}’s words</source>
        <translation>En palabras de {name}</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>Answer taken back.</source>
        <translation>Respuesta retirada.</translation>
    </message>
</context>
<context>
    <name>StartVisitButton</name>
    <message>
        <source>Start visit</source>
        <translation>Empezar visita</translation>
    </message>
    <message>
        <source>Another family…</source>
        <translation>Otra familia…</translation>
    </message>
</context>
<context>
    <name>StatementCard</name>
    <message>
        <source>said by {who}</source>
        <translation>dicho por {who}</translation>
    </message>
    <message>
        <source>Opens it to be changed</source>
        <translation>Lo abre para cambiarlo</translation>
    </message>
    <message>
        <source>still being written</source>
        <translation>aún se está escribiendo</translation>
    </message>
    <message>
        <source>about {who}</source>
        <translation>sobre {who}</translation>
    </message>
    <message>
        <source>done with {day}</source>
        <translation>resuelto: {day}</translation>
    </message>
</context>
<context>
    <name>StatementEditor</name>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>Quién lo dijo</translation>
    </message>
    <message>
        <source>You, the worker</source>
        <translation>Usted, quien trabaja con la familia</translation>
    </message>
    <message>
        <source>Exact words</source>
        <translation>Palabras exactas</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Part of life</source>
        <translation>Parte de la vida</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>How pressing</source>
        <translation>Qué tan urgente</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>Se dijo el</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>Sobre quién</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More about it: about whom, when, which part of life</source>
        <translation>Más sobre esto: sobre quién, cuándo, qué parte de la vida</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
    <message>
        <source>Done with</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>It is so again</source>
        <translation>Vuelve a ser así</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Make it a step</source>
        <translation>Hacerlo un paso</translation>
    </message>
    <message>
        <source>Make it a step in the plan</source>
        <translation>Hacerlo un paso del plan</translation>
    </message>
    <message>
        <source>Every key is kept as you write.</source>
        <translation>Cada tecla se guarda mientras escribe.</translation>
    </message>
    <message>
        <source>What might happen, and to whom?</source>
        <translation>¿Qué podría pasar, y a quién?</translation>
    </message>
    <message>
        <source>What keeps the children safe now?</source>
        <translation>¿Qué protege ahora a los niños?</translation>
    </message>
    <message>
        <source>What has to happen?</source>
        <translation>¿Qué tiene que pasar?</translation>
    </message>
    <message>
        <source>What are they good at, who is there for them?</source>
        <translation>¿En qué son buenos, quién está ahí para ellos?</translation>
    </message>
    <message>
        <source>What do they need, in their words?</source>
        <translation>¿Qué necesitan, en sus palabras?</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primero</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Ese día aún no ha llegado.</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Done with; it stays in then and now.</source>
        <translation>Resuelto; sigue visible en «Antes y ahora».</translation>
    </message>
    <message>
        <source>It is on the map again.</source>
        <translation>Está otra vez en el mapa.</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>answered</source>
        <translation>con respuesta</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>usted está aquí</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Paso %1</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>who?</source>
        <translation>¿quién?</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>does what?</source>
        <translation>¿qué hace?</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué se hace</translation>
    </message>
    <message>
        <source>by when?</source>
        <translation>¿para cuándo?</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>what would we see?</source>
        <translation>¿qué veríamos?</translation>
    </message>
    <message>
        <source>How we will know</source>
        <translation>Cómo lo sabremos</translation>
    </message>
    <message>
        <source>and we’ll know because</source>
        <translation>y lo sabremos porque</translation>
    </message>
    <message>
        <source>what then?</source>
        <translation>¿entonces qué?</translation>
    </message>
    <message>
        <source>If it gets hard</source>
        <translation>Si se pone difícil</translation>
    </message>
    <message>
        <source>and if it gets hard,</source>
        <translation>y si se pone difícil,</translation>
    </message>
    <message>
        <source>We’ll know because {what}</source>
        <translation>Lo sabremos porque {what}</translation>
    </message>
    <message>
        <source>If it gets hard, {what}</source>
        <translation>Si se pone difícil, {what}</translation>
    </message>
    <message>
        <source>{what}: {status}</source>
        <translation>{what}: {status}</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Este paso</translation>
    </message>
    <message>
        <source>this step</source>
        <translation>este paso</translation>
    </message>
    <message>
        <source>More about: {what}</source>
        <translation>Más sobre: {what}</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarlo</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Step removed; the history keeps it.</source>
        <translation>Paso quitado; el historial lo guarda.</translation>
    </message>
    <message>
        <source>Who does it? One person</source>
        <translation>¿Quién lo hace? Una persona</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>another day</source>
        <translation>otro día</translation>
    </message>
    <message>
        <source>{who} said {words}</source>
        <translation>{who} dijo {words}</translation>
    </message>
    <message>
        <source>By when: {time}</source>
        <translation>Para cuándo: {time}</translation>
    </message>
</context>
<context>
    <name>StepEditor</name>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué se hace</translation>
    </message>
    <message>
        <source>By when, in their words</source>
        <translation>Para cuándo, en sus palabras</translation>
    </message>
    <message>
        <source>every night, Thursdays, …</source>
        <translation>cada noche, los jueves, …</translation>
    </message>
    <message>
        <source>How we will know</source>
        <translation>Cómo lo sabremos</translation>
    </message>
    <message>
        <source>If it gets hard</source>
        <translation>Si se pone difícil</translation>
    </message>
    <message>
        <source>Or a day</source>
        <translation>O un día</translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation>Terminé de escribir</translation>
    </message>
    <message>
        <source>Who does it? One person</source>
        <translation>¿Quién lo hace? Una persona</translation>
    </message>
    <message>
        <source>We’ll know because…</source>
        <translation>Lo sabremos porque…</translation>
    </message>
    <message>
        <source>If it gets hard…</source>
        <translation>Si se pone difícil…</translation>
    </message>
    <message>
        <source>They said something about this</source>
        <translation>Dijeron algo sobre esto</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>Usar estas palabras</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Add a step</source>
        <translation>Añadir un paso</translation>
    </message>
    <message>
        <source>One place is still open: ask, do not guess.</source>
        <translation>Falta un dato: pregunte, no adivine.</translation>
    </message>
    <message>
        <source>{n} places are still open: ask, do not guess.</source>
        <translation>Faltan {n} datos: pregunte, no adivine.</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>The seven steps</source>
        <translation>Los siete pasos</translation>
    </message>
    <message>
        <source>Who and where</source>
        <translation>Quién y dónde</translation>
    </message>
    <message>
        <source>Each child</source>
        <translation>Cada niño</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Lo que dijeron</translation>
    </message>
    <message>
        <source>What we saw</source>
        <translation>Lo que vimos</translation>
    </message>
    <message>
        <source>Safety now</source>
        <translation>Seguridad ahora</translation>
    </message>
    <message>
        <source>Agreed, promised</source>
        <translation>Acordado, prometido</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Próxima visita</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>usted está aquí</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 de %2 con respuesta</translation>
    </message>
    <message>
        <source>%1 from the visit</source>
        <translation>%1 de la visita</translation>
    </message>
    <message>
        <source>by whom, by when</source>
        <translation>quién y para cuándo</translation>
    </message>
    <message>
        <source>their words first</source>
        <translation>primero sus palabras</translation>
    </message>
    <message>
        <source>apart from what we think</source>
        <translation>aparte de lo que pensamos</translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation>una frase</translation>
    </message>
    <message>
        <source>a day and a time</source>
        <translation>un día y una hora</translation>
    </message>
    <message>
        <source>the place is open</source>
        <translation>falta el lugar</translation>
    </message>
</context>
<context>
    <name>StopCard</name>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>See today</source>
        <translation>Ver hoy</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}, {when}</translation>
    </message>
    <message>
        <source>Check Safety before sharing</source>
        <translation>Consulte Seguridad antes de compartir</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Brief for {family}</source>
        <translation>Resumen para {family}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Go on with {family}</source>
        <translation>Seguir con {family}</translation>
    </message>
</context>
<context>
    <name>StoryDelegate</name>
    <message>
        <source>No longer on this laptop</source>
        <translation>Ya no está en esta computadora</translation>
    </message>
</context>
<context>
    <name>StoryList</name>
    <message>
        <source>Enter opens an entry, Enter again leads to where it comes from, Escape closes it</source>
        <translation>Enter abre una entrada, Enter otra vez lleva a su origen, Esc la cierra</translation>
    </message>
</context>
<context>
    <name>StoryPart</name>
    <message>
        <source>Story</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Elemento</translation>
    </message>
    <message>
        <source>All elements</source>
        <translation>Todos los elementos</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Open the note</source>
        <translation>Abrir la nota</translation>
    </message>
    <message>
        <source>Show the person</source>
        <translation>Mostrar a la persona</translation>
    </message>
    <message>
        <source>Show these years</source>
        <translation>Mostrar estos años</translation>
    </message>
    <message>
        <source>Show the search</source>
        <translation>Mostrar la búsqueda</translation>
    </message>
    <message>
        <source>Show in “{part}”</source>
        <translation>Mostrar en «{part}»</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open this entry; once more, go to where it comes from</source>
        <translation>abrir esta entrada; otra vez, ir a su origen</translation>
    </message>
    <message>
        <source>close it</source>
        <translation>cerrarla</translation>
    </message>
    <message>
        <source>Every visit, promise and plan, what they said and where they lived: all of it will stand here.</source>
        <translation>Cada visita, promesa y plan, lo que dijeron y dónde vivieron: todo estará aquí.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>Hogares</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Búsquedas</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papeles</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Inicio, Fin</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>newest, oldest</source>
        <translation>lo más nuevo, lo más antiguo</translation>
    </message>
    <message>
        <source>The story begins with the first contact</source>
        <translation>La historia empieza con el primer contacto</translation>
    </message>
    <message>
        <source>Nothing like that in this story</source>
        <translation>Nada así en esta historia</translation>
    </message>
    <message>
        <source>Look for less, or for everything.</source>
        <translation>Busque con menos filtros, o véalo todo.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>Their words</source>
        <translation>Sus palabras</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Planes</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>one entry</source>
        <translation>una entrada</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entradas</translation>
    </message>
    <message>
        <source>The story cannot be shown just now</source>
        <translation>La historia no se puede mostrar ahora</translation>
    </message>
</context>
<context>
    <name>StoryWords</name>
    <message>
        <source>by {day}</source>
        <translation>para {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta {day}</translation>
    </message>
    <message>
        <source>written by {name}</source>
        <translation>escrito por {name}</translation>
    </message>
    <message>
        <source>not there: {names}</source>
        <translation>no estuvo: {names}</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Added to a note</source>
        <translation>Añadido a una nota</translation>
    </message>
    <message>
        <source>We promised: {what}</source>
        <translation>Prometimos: {what}</translation>
    </message>
    <message>
        <source>They promised: {what}</source>
        <translation>Prometieron: {what}</translation>
    </message>
    <message>
        <source>Placed: {kind}</source>
        <translation>Colocación: {kind}</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>intento</translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation>no se hizo</translation>
    </message>
    <message>
        <source>to finish</source>
        <translation>por terminar</translation>
    </message>
</context>
<context>
    <name>SupportBar</name>
    <message>
        <source>Add a support</source>
        <translation>Añadir un apoyo</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>En el centro</translation>
    </message>
    <message>
        <source>The whole family</source>
        <translation>Toda la familia</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Círculos</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Show supports as</source>
        <translation>Mostrar los apoyos como</translation>
    </message>
    <message>
        <source>As of a day</source>
        <translation>A una fecha</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>Put everything back where it belongs</source>
        <translation>Poner todo otra vez en su lugar</translation>
    </message>
</context>
<context>
    <name>SupportDrawing</name>
    <message>
        <source>Map of supports</source>
        <translation>Mapa de apoyos</translation>
    </message>
    <message>
        <source>Circles of closeness</source>
        <translation>Círculos de cercanía</translation>
    </message>
</context>
<context>
    <name>SupportForm</name>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>What they call it</source>
        <translation>Cómo lo llaman</translation>
    </message>
    <message>
        <source>What it is to them</source>
        <translation>Qué es para ellos</translation>
    </message>
    <message>
        <source>Own people, or a service</source>
        <translation>Gente suya o un servicio</translation>
    </message>
    <message>
        <source>How strong the tie is</source>
        <translation>Qué tan fuerte es el lazo</translation>
    </message>
    <message>
        <source>What flows</source>
        <translation>Qué fluye</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Qué tan cerca</translation>
    </message>
    <message>
        <source>On whose map</source>
        <translation>En el mapa de quién</translation>
    </message>
    <message>
        <source>Brings stress</source>
        <translation>Trae tensión</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Who said so</source>
        <translation>Quién lo dijo</translation>
    </message>
    <message>
        <source>More about it, in their words</source>
        <translation>Más sobre esto, en sus palabras</translation>
    </message>
    <message>
        <source>{name} said so</source>
        <translation>Lo dijo {name}</translation>
    </message>
</context>
<context>
    <name>SupportLegend</name>
    <message>
        <source>strong</source>
        <translation>fuerte</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>thin</source>
        <translation>débil</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>aún no dicho</translation>
    </message>
    <message>
        <source>what flows</source>
        <translation>qué fluye</translation>
    </message>
    <message>
        <source>stress</source>
        <translation>tensión</translation>
    </message>
    <message>
        <source>one of their own</source>
        <translation>uno de los suyos</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>un servicio</translation>
    </message>
    <message>
        <source>keys 1 to 4 move a card</source>
        <translation>las teclas 1 a 4 mueven una tarjeta</translation>
    </message>
</context>
<context>
    <name>SupportPanel</name>
    <message>
        <source>All supports</source>
        <translation>Todos los apoyos</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>About this support</source>
        <translation>Sobre este apoyo</translation>
    </message>
    <message>
        <source>Open in People</source>
        <translation>Abrir en Personas</translation>
    </message>
    <message>
        <source>Remove this support…</source>
        <translation>Quitar este apoyo…</translation>
    </message>
    <message>
        <source>Remove this support?</source>
        <translation>¿Quitar este apoyo?</translation>
    </message>
</context>
<context>
    <name>SupportTold</name>
    <message>
        <source>Not said yet</source>
        <translation>Aún no dicho</translation>
    </message>
    <message>
        <source>one of their own</source>
        <translation>uno de los suyos</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>un servicio</translation>
    </message>
    <message>
        <source>The whole family</source>
        <translation>Toda la familia</translation>
    </message>
    <message>
        <source>brings stress</source>
        <translation>trae tensión</translation>
    </message>
    <message>
        <source>a strong tie</source>
        <translation>un lazo fuerte</translation>
    </message>
    <message>
        <source>an ordinary tie</source>
        <translation>un lazo normal</translation>
    </message>
    <message>
        <source>a thin tie</source>
        <translation>un lazo débil</translation>
    </message>
    <message>
        <source>how strong is not said yet</source>
        <translation>aún no se dijo qué tan fuerte</translation>
    </message>
    <message>
        <source>The heart</source>
        <translation>El corazón</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Further out</source>
        <translation>Más lejos</translation>
    </message>
    <message>
        <source>Paid to help</source>
        <translation>Ayuda pagada</translation>
    </message>
    <message>
        <source>Not placed yet</source>
        <translation>Aún sin lugar</translation>
    </message>
    <message>
        <source>{name}: {what}.</source>
        <translation>{name}: {what}.</translation>
    </message>
    <message>
        <source>{name} in the middle, {all} round about; strong: {strong}, stress: {stress}, both ways: {both}.</source>
        <translation>{name} en el centro, {all} alrededor; fuertes: {strong}, tensión: {stress}, en ambos sentidos: {both}.</translation>
    </message>
    <message>
        <source>said by {names}</source>
        <translation>lo dijo {names}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
</context>
<context>
    <name>SupportWelcome</name>
    <message>
        <source>Add a support</source>
        <translation>Añadir un apoyo</translation>
    </message>
    <message>
        <source>Who matters to {name}?</source>
        <translation>¿Quién es importante para {name}?</translation>
    </message>
    <message>
        <source>Let {name} say who is near and who is far: people, places, even a pet.</source>
        <translation>Deje que {name} diga quién está cerca y quién está lejos: personas, lugares, hasta una mascota.</translation>
    </message>
    <message>
        <source>Who stands by this family?</source>
        <translation>¿Quién acompaña a esta familia?</translation>
    </message>
    <message>
        <source>Draw it together: grandparents, neighbours, school, church, the doctor. Ask who helps when it gets hard, and what costs strength.</source>
        <translation>Dibújenlo juntos: abuelos, vecinos, la escuela, la iglesia, el médico. Pregunte quién ayuda cuando las cosas se ponen difíciles y qué les quita fuerzas.</translation>
    </message>
</context>
<context>
    <name>SupportsPart</name>
    <message>
        <source>Supports</source>
        <translation>Apoyos</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>go from support to support</source>
        <translation>ir de un apoyo a otro</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open this support</source>
        <translation>abrir este apoyo</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Mayús+flechas</translation>
    </message>
    <message>
        <source>move it on the map</source>
        <translation>moverlo en el mapa</translation>
    </message>
    <message>
        <source>1 to 4</source>
        <translation>1 a 4</translation>
    </message>
    <message>
        <source>bring it into a circle</source>
        <translation>llevarlo a un círculo</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>deshacer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>back to all supports</source>
        <translation>volver a todos los apoyos</translation>
    </message>
    <message>
        <source>The supports cannot be shown just now</source>
        <translation>Los apoyos no se pueden mostrar en este momento</translation>
    </message>
</context>
<context>
    <name>SyncCentreView</name>
    <message>
        <source>Sync</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Your families are arriving</source>
        <translation>Están llegando sus familias</translation>
    </message>
    <message>
        <source>the parts of this page</source>
        <translation>las partes de esta página</translation>
    </message>
    <message>
        <source>try again now</source>
        <translation>intentar de nuevo ahora</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open a line</source>
        <translation>abrir una línea</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Izquierda</translation>
    </message>
    <message>
        <source>back</source>
        <translation>atrás</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Settled by time</source>
        <translation>Resuelto por la hora</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>All receipts</source>
        <translation>Todos los recibos</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Partes de esta página</translation>
    </message>
    <message>
        <source>Much would disappear from one family: {n} things</source>
        <translation>Desaparecería mucho de una familia. Cuánto: {n}</translation>
    </message>
    <message>
        <source>The agency no longer has them. Nothing goes before you say so.</source>
        <translation>La agencia ya no lo tiene. Nada se va hasta que usted lo diga.</translation>
    </message>
    <message>
        <source>The agency would take {count} from this laptop</source>
        <translation>La agencia se llevaría {count} de esta computadora</translation>
    </message>
    <message>
        <source>They are no longer yours there. What you wrote is handed over first.</source>
        <translation>Allá ya no están a su cargo. Primero se entrega lo que usted escribió.</translation>
    </message>
    <message>
        <source>That is right…</source>
        <translation>Es correcto…</translation>
    </message>
    <message>
        <source>Yes, that is right</source>
        <translation>Sí, es correcto</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Intentando…</translation>
    </message>
    <message>
        <source>Everything here is kept on this laptop</source>
        <translation>Todo lo de aquí está guardado en esta computadora</translation>
    </message>
    <message>
        <source>Everything is kept on this laptop · {n} not yet with the agency</source>
        <translation>Todo está guardado en esta computadora · {n} todavía sin llegar a la agencia</translation>
    </message>
    <message>
        <source>Everything is kept on this laptop, and the agency has all of it</source>
        <translation>Todo está guardado en esta computadora, y la agencia lo tiene todo</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>Por atender: 1</translation>
    </message>
    <message>
        <source>{n} need you</source>
        <translation>Por atender: {n}</translation>
    </message>
</context>
<context>
    <name>TakingSheet</name>
    <message>
        <source>Where does this belong?</source>
        <translation>¿Dónde va esto?</translation>
    </message>
    <message>
        <source>A goal of its own</source>
        <translation>Una meta propia</translation>
    </message>
    <message>
        <source>Or a step of</source>
        <translation>O un paso de</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>A step of: {goal}</source>
        <translation>Un paso de: {goal}</translation>
    </message>
</context>
<context>
    <name>TieSheet</name>
    <message>
        <source>How do they stand to each other?</source>
        <translation>¿Qué relación tienen?</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Who is the elder one</source>
        <translation>Quién es mayor</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until, if it ended</source>
        <translation>Hasta, si terminó</translation>
    </message>
    <message>
        <source>{name} is the parent or elder</source>
        <translation>{name} es madre, padre o la persona mayor</translation>
    </message>
    <message>
        <source>{name} is the child or younger</source>
        <translation>{name} es hija, hijo o la persona menor</translation>
    </message>
    <message>
        <source>How it is between them</source>
        <translation>Cómo es entre ellos</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Which way round</source>
        <translation>En qué sentido</translation>
    </message>
    <message>
        <source>An unsafe tie is kept under Safety and does not show here.</source>
        <translation>Un lazo no seguro se guarda en Seguridad y no se ve aquí.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
</context>
<context>
    <name>TiesForm</name>
    <message>
        <source>Close to them</source>
        <translation>Cerca de ellos</translation>
    </message>
    <message>
        <source>Add a tie</source>
        <translation>Añadir un lazo</translation>
    </message>
    <message>
        <source>Nobody is connected yet.</source>
        <translation>Todavía no hay lazos.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change the tie with {name}</source>
        <translation>Cambiar el lazo con {name}</translation>
    </message>
    <message>
        <source>{name} is the child</source>
        <translation>{name} es la hija o el hijo</translation>
    </message>
    <message>
        <source>{name} is the parent</source>
        <translation>{name} es la madre o el padre</translation>
    </message>
    <message>
        <source>{name} is the younger one</source>
        <translation>{name} es menor</translation>
    </message>
    <message>
        <source>{name} is the elder one</source>
        <translation>{name} es mayor</translation>
    </message>
    <message>
        <source>The tie is kept.</source>
        <translation>El vínculo queda guardado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Remove the tie with {name}?</source>
        <translation>¿Quitar el lazo con {name}?</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>As of: month by month</source>
        <translation>En qué momento: mes a mes</translation>
    </message>
    <message>
        <source>As of the day</source>
        <translation>En el día</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Five minutes earlier</source>
        <translation>Cinco minutos antes</translation>
    </message>
    <message>
        <source>Five minutes later</source>
        <translation>Cinco minutos después</translation>
    </message>
    <message>
        <source>No such time. Write it like 9:30 or 21:30.</source>
        <translation>Esa hora no existe. Escríbala así: 9:30 o 21:30.</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Plan my day</source>
        <translation>Planear mi día</translation>
    </message>
    <message>
        <source>No internet; that is fine</source>
        <translation>Sin internet; no pasa nada</translation>
    </message>
    <message>
        <source>Today could not be read</source>
        <translation>No se pudo leer el día</translation>
    </message>
    <message>
        <source>Nothing is in the calendar today.</source>
        <translation>Hoy no hay nada en el calendario.</translation>
    </message>
    <message>
        <source>{families} today.</source>
        <translation>{families} hoy.</translation>
    </message>
    <message>
        <source>Everything is saved on this laptop</source>
        <translation>Todo está guardado en esta computadora</translation>
    </message>
    <message>
        <source>Saved on this laptop · something needs you in the Sync centre</source>
        <translation>Guardado en esta computadora · hay algo por atender en Envío</translation>
    </message>
    <message>
        <source>Saved on this laptop · {changes} not yet with the agency</source>
        <translation>Guardado en esta computadora · {changes} todavía no están con la agencia</translation>
    </message>
    <message>
        <source>All with the agency since {when}</source>
        <translation>Todo con la agencia desde {when}</translation>
    </message>
    <message>
        <source>That did not work. Nothing is lost; please try again.</source>
        <translation>Eso no funcionó. No se perdió nada; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>A day without appointments</source>
        <translation>Un día sin citas</translation>
    </message>
    <message>
        <source>A good day to call somebody far away, or to finish a note. Visits you plan show here.</source>
        <translation>Un buen día para llamar a alguien que está lejos, o para terminar una nota. Aquí se ven las visitas que planee.</translation>
    </message>
    <message>
        <source>Good to have you here</source>
        <translation>Qué bueno que está aquí</translation>
    </message>
    <message>
        <source>Your day shows here: visits in order, and what would hurt if forgotten. Begin with a family.</source>
        <translation>Aquí se ve su día: las visitas en orden, y lo que dolería olvidar. Empiece con una familia.</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>El día</translation>
    </message>
    <message>
        <source>Visit a family</source>
        <translation>Visitar a una familia</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Nueva familia</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>died at {age}</source>
        <translation>murió a los {age}</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>Todavía sin decir</translation>
    </message>
    <message>
        <source>has died</source>
        <translation>ha fallecido</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta {day}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>para {day}</translation>
    </message>
    <message>
        <source>{name} goes</source>
        <translation>{name} va</translation>
    </message>
    <message>
        <source>Still looking</source>
        <translation>Se sigue buscando</translation>
    </message>
    <message>
        <source>Not spoken with yet</source>
        <translation>Todavía sin hablar</translation>
    </message>
    <message>
        <source>Last spoke {ago}</source>
        <translation>Se habló {ago}</translation>
    </message>
    <message>
        <source>last search {day}</source>
        <translation>última búsqueda {day}</translation>
    </message>
    <message>
        <source>tried {day}</source>
        <translation>se intentó {day}</translation>
    </message>
    <message>
        <source>Paused for safety: no notices, letters or visits</source>
        <translation>En pausa por seguridad: sin avisos, cartas ni visitas</translation>
    </message>
    <message>
        <source>Next: {when}</source>
        <translation>Próxima: {when}</translation>
    </message>
    <message>
        <source>Nothing arranged yet</source>
        <translation>Todavía no hay nada acordado</translation>
    </message>
    <message>
        <source>Something kept under Safety</source>
        <translation>Algo guardado en Seguridad</translation>
    </message>
    <message>
        <source>A change</source>
        <translation>Un cambio</translation>
    </message>
    <message>
        <source>{what}: {about}</source>
        <translation>{what}: {about}</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Usted escribió</translation>
    </message>
    <message>
        <source>{name} wrote</source>
        <translation>{name} escribió</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>la otra</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>la mía</translation>
    </message>
    <message>
        <source>somebody’s</source>
        <translation>la de alguien</translation>
    </message>
    <message>
        <source>{name}’s</source>
        <translation>la de {name}</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>esta computadora</translation>
    </message>
    <message>
        <source>another laptop</source>
        <translation>otra computadora</translation>
    </message>
    <message>
        <source>Both versions were joined</source>
        <translation>Las dos versiones se unieron</translation>
    </message>
    <message>
        <source>One of you removed it, the other went on</source>
        <translation>Uno lo quitó y el otro siguió</translation>
    </message>
    <message>
        <source>Written after the note was final</source>
        <translation>Escrito cuando la nota ya era final</translation>
    </message>
    <message>
        <source>The note changed before it was final</source>
        <translation>La nota cambió antes de ser final</translation>
    </message>
    <message>
        <source>The agency could not take this</source>
        <translation>La agencia no pudo recibir esto</translation>
    </message>
    <message>
        <source>Waiting for the supervisor</source>
        <translation>A la espera del supervisor</translation>
    </message>
    <message>
        <source>Two versions of one promise</source>
        <translation>Dos versiones de una promesa</translation>
    </message>
    <message>
        <source>Two versions of one note</source>
        <translation>Dos versiones de una nota</translation>
    </message>
    <message>
        <source>Two versions of one contact</source>
        <translation>Dos versiones de un contacto</translation>
    </message>
    <message>
        <source>Two versions about one person</source>
        <translation>Dos versiones sobre una persona</translation>
    </message>
    <message>
        <source>Two versions of one appointment</source>
        <translation>Dos versiones de una cita</translation>
    </message>
    <message>
        <source>Two versions of one placement</source>
        <translation>Dos versiones de una colocación</translation>
    </message>
    <message>
        <source>Two versions of one family’s name</source>
        <translation>Dos versiones del nombre de una familia</translation>
    </message>
    <message>
        <source>Two versions of one thing</source>
        <translation>Dos versiones de una misma cosa</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Se conserva</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>theirs stays</source>
        <translation>queda la otra</translation>
    </message>
    <message>
        <source>mine stays</source>
        <translation>queda la mía</translation>
    </message>
    <message>
        <source>one text out of both</source>
        <translation>un texto de los dos</translation>
    </message>
    <message>
        <source>both stay, one after the other</source>
        <translation>quedan las dos, una tras otra</translation>
    </message>
    <message>
        <source>it stays as it is</source>
        <translation>queda como está</translation>
    </message>
    <message>
        <source>added to the note</source>
        <translation>añadido a la nota</translation>
    </message>
    <message>
        <source>undone; what stood before stands again</source>
        <translation>deshecho; vuelve a valer lo de antes</translation>
    </message>
    <message>
        <source>Your words are kept. Write it again so that it can be taken.</source>
        <translation>Sus palabras están guardadas. Escríbalo de nuevo de modo que se pueda aceptar.</translation>
    </message>
    <message>
        <source>The note was final already</source>
        <translation>La nota ya era final</translation>
    </message>
    <message>
        <source>Final notes stay as they are. Your words are kept; add them as an addendum.</source>
        <translation>Las notas finales quedan como están. Sus palabras están guardadas; póngalas en un añadido.</translation>
    </message>
    <message>
        <source>The note changed on its way</source>
        <translation>La nota cambió en el camino</translation>
    </message>
    <message>
        <source>Somebody else wrote in it before it was final. Look at it again, then finalise.</source>
        <translation>Otra persona escribió en ella antes de ser final. Mírela otra vez y luego finalice.</translation>
    </message>
    <message>
        <source>The family has moved to a colleague</source>
        <translation>La familia pasó a un colega</translation>
    </message>
    <message>
        <source>Your work is kept at the agency. The supervisor decides whether it goes in.</source>
        <translation>Su trabajo está guardado en la agencia. El supervisor decide si entra.</translation>
    </message>
    <message>
        <source>Your role may not write this</source>
        <translation>Su función no permite escribir esto</translation>
    </message>
    <message>
        <source>Your words are kept at the agency. Ask your supervisor to write it down.</source>
        <translation>Sus palabras están guardadas en la agencia. Pida a su supervisor que lo anote.</translation>
    </message>
    <message>
        <source>Something it belongs to is missing at the agency</source>
        <translation>En la agencia falta algo de lo que esto es parte</translation>
    </message>
    <message>
        <source>Your words are kept. Write it again if it still matters, or ask the agency’s help desk.</source>
        <translation>Sus palabras están guardadas. Escríbalo otra vez si todavía importa, o pregunte a la mesa de ayuda de la agencia.</translation>
    </message>
    <message>
        <source>It still has parts that others wrote</source>
        <translation>Todavía tiene partes que otros escribieron</translation>
    </message>
    <message>
        <source>It was not removed. Look at what was added since.</source>
        <translation>No se quitó. Mire lo que se añadió desde entonces.</translation>
    </message>
    <message>
        <source>Kept at the agency, not taken as written</source>
        <translation>Guardado en la agencia, sin aplicarse tal cual</translation>
    </message>
    <message>
        <source>Your words are kept. Two versions may follow to decide.</source>
        <translation>Sus palabras están guardadas. Puede que luego haya dos versiones por decidir.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>a drawing</source>
        <translation>un dibujo</translation>
    </message>
    <message>
        <source>something written elsewhere</source>
        <translation>algo escrito en otro lugar</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Addendum</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Colocación</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>Cómo localizar</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>Photo or scan</source>
        <translation>Foto o escaneo</translation>
    </message>
    <message>
        <source>Something to do</source>
        <translation>Algo por hacer</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Who works with the family</source>
        <translation>Quién trabaja con la familia</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Cómo va</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>En qué quedó</translation>
    </message>
    <message>
        <source>How we will know</source>
        <translation>Cómo lo sabremos</translation>
    </message>
    <message>
        <source>If it gets hard</source>
        <translation>Si se pone difícil</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Who of us</source>
        <translation>Quién de nosotros</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Cómo le llaman</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nació</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Aproximado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>To the family</source>
        <translation>Para la familia</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>Número o dirección</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Empezó</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Número de caso</translation>
    </message>
    <message>
        <source>Where the child is to live</source>
        <translation>Dónde vivirá el niño</translation>
    </message>
    <message>
        <source>Next day in court</source>
        <translation>Próxima corte</translation>
    </message>
    <message>
        <source>How it is between them</source>
        <translation>Cómo es entre ellos</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
</context>
<context>
    <name>ToolkitsView</name>
    <message>
        <source>Toolkits</source>
        <translation>Guía de práctica</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Buscar en la guía</translation>
    </message>
    <message>
        <source>A word, in English or Spanish</source>
        <translation>En español o en inglés</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>The guide does not speak of that</source>
        <translation>La guía no habla de eso</translation>
    </message>
    <message>
        <source>Try a shorter word, or another one.</source>
        <translation>Pruebe con una palabra más corta, o con otra.</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation>Mostrar todos los temas</translation>
    </message>
    <message>
        <source>The guide is on this laptop; it needs no connection</source>
        <translation>La guía está en esta computadora; no necesita conexión</translation>
    </message>
    <message>
        <source>search the guide</source>
        <translation>buscar en la guía</translation>
    </message>
    <message>
        <source>from the search to the topics</source>
        <translation>de la búsqueda a los temas</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>read a topic</source>
        <translation>leer un tema</translation>
    </message>
    <message>
        <source>into the topic, and through it</source>
        <translation>entrar en el tema y recorrerlo</translation>
    </message>
    <message>
        <source>The guide cannot be shown just now</source>
        <translation>La guía no se puede mostrar en este momento</translation>
    </message>
    <message>
        <source>What we stand on</source>
        <translation>En qué nos basamos</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Rules that keep people safe</source>
        <translation>Reglas que protegen a las personas</translation>
    </message>
</context>
<context>
    <name>TreePage</name>
    <message>
        <source>Bring in a family tree</source>
        <translation>Incorporar un árbol familiar</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Elegir otro archivo</translation>
    </message>
    <message>
        <source>Choose a family tree file</source>
        <translation>Elija un archivo de árbol familiar</translation>
    </message>
    <message>
        <source>Family trees (*.ged *.GED)</source>
        <translation>Árboles familiares (*.ged *.GED)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Looking into the file</source>
        <translation>Mirando el archivo</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Todavía no se escribe nada.</translation>
    </message>
    <message>
        <source>Bringing in the family tree</source>
        <translation>Incorporando el árbol familiar</translation>
    </message>
    <message>
        <source>Taking it back</source>
        <translation>Deshaciéndolo</translation>
    </message>
    <message>
        <source>A family tree from somewhere else</source>
        <translation>Un árbol familiar de otro lugar</translation>
    </message>
    <message>
        <source>Files of family tree programs end in .ged. You see everything in it first and decide who is who; nothing is written before that, and all of it can be taken back.</source>
        <translation>Los archivos de programas de árboles familiares terminan en .ged. Primero ve todo lo que contiene y decide quién es quién; antes de eso no se escribe nada, y todo se puede deshacer.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Show the people</source>
        <translation>Mostrar las personas</translation>
    </message>
    <message>
        <source>Take all of it back</source>
        <translation>Deshacerlo todo</translation>
    </message>
    <message>
        <source>This file cannot be brought in</source>
        <translation>Este archivo no se puede incorporar</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Perhaps the program it comes from can save it again.</source>
        <translation>No se tomó nada de él. Quizás el programa de donde viene pueda guardarlo de nuevo.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>They are among the people of the family now.</source>
        <translation>Ahora están entre las personas de la familia.</translation>
    </message>
    <message>
        <source>What was written down already stayed as it was.</source>
        <translation>Lo que ya estaba escrito quedó como estaba.</translation>
    </message>
    <message>
        <source>Brought in: {what}</source>
        <translation>Incorporado: {what}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Detenido. No se escribió nada.</translation>
    </message>
    <message>
        <source>All of it was taken back.</source>
        <translation>Se deshizo todo.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Eso no funcionó</translation>
    </message>
</context>
<context>
    <name>TreeWords</name>
    <message>
        <source>The file cannot be opened. Perhaps it was moved, or another program holds it.</source>
        <translation>El archivo no se puede abrir. Quizás se movió o lo usa otro programa.</translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation>Línea {line}: {why}</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Línea {line}: {what}</translation>
    </message>
    <message>
        <source>birth, more exactly or more vaguely than a day</source>
        <translation>nacimiento, con más o menos detalle que un día</translation>
    </message>
    <message>
        <source>place of birth</source>
        <translation>lugar de nacimiento</translation>
    </message>
    <message>
        <source>death, without a day</source>
        <translation>fallecimiento, sin día</translation>
    </message>
    <message>
        <source>place of death</source>
        <translation>lugar de fallecimiento</translation>
    </message>
    <message>
        <source>cause of death</source>
        <translation>causa de fallecimiento</translation>
    </message>
    <message>
        <source>day of adoption</source>
        <translation>día de adopción</translation>
    </message>
    <message>
        <source>a tie we have no word for</source>
        <translation>un vínculo para el que no tenemos palabra</translation>
    </message>
    <message>
        <source>one more name</source>
        <translation>un nombre más</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>couple, without a day</source>
        <translation>pareja, sin día</translation>
    </message>
    <message>
        <source>place of the wedding</source>
        <translation>lugar de la boda</translation>
    </message>
    <message>
        <source>engagement</source>
        <translation>compromiso</translation>
    </message>
    <message>
        <source>sealing</source>
        <translation>sellamiento</translation>
    </message>
    <message>
        <source>born {when}</source>
        <translation>nacimiento {when}</translation>
    </message>
    <message>
        <source>died {when}</source>
        <translation>fallecimiento {when}</translation>
    </message>
    <message>
        <source>died</source>
        <translation>fallecimiento</translation>
    </message>
    <message>
        <source>child of {names}</source>
        <translation>descendiente de {names}</translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>con {names}</translation>
    </message>
    <message>
        <source>parent of {names}</source>
        <translation>madre o padre de {names}</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Nombre desconocido</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file is larger than 64 MB.</source>
        <translation>El archivo pasa de 64 MB.</translation>
    </message>
    <message>
        <source>This is not a text file, so it is no family tree.</source>
        <translation>No es un archivo de texto, así que no es un árbol familiar.</translation>
    </message>
    <message>
        <source>a family tree begins with HEAD, and this file does not.</source>
        <translation>un árbol familiar empieza con HEAD, y este archivo no.</translation>
    </message>
    <message>
        <source>this line has no level and no tag.</source>
        <translation>esta línea no tiene nivel ni etiqueta.</translation>
    </message>
    <message>
        <source>the level of {what} does not follow from the line before it.</source>
        <translation>el nivel de {what} no sigue al de la línea anterior.</translation>
    </message>
    <message>
        <source>{what} is named, but nobody in the file is called so.</source>
        <translation>se nombra {what}, pero nadie en el archivo se llama así.</translation>
    </message>
    <message>
        <source>{what} is named as something that it is not.</source>
        <translation>se nombra {what} como algo que no es.</translation>
    </message>
    <message>
        <source>{what} is the mark of two records.</source>
        <translation>{what} es la marca de dos registros.</translation>
    </message>
    <message>
        <source>{what} would be their own ancestor.</source>
        <translation>{what} sería su propio antepasado.</translation>
    </message>
    <message>
        <source>{what} is not kept</source>
        <translation>{what} no se conserva</translation>
    </message>
    <message>
        <source>{what} belongs to the program that wrote the file</source>
        <translation>{what} es del programa que escribió el archivo</translation>
    </message>
    <message>
        <source>a level was mended</source>
        <translation>se corrigió un nivel</translation>
    </message>
    <message>
        <source>a broken line was joined</source>
        <translation>se unió una línea partida</translation>
    </message>
    <message>
        <source>unreadable signs were left out</source>
        <translation>se dejaron fuera signos ilegibles</translation>
    </message>
    <message>
        <source>the letters are written in another way than the file says</source>
        <translation>las letras están escritas de otro modo que el que dice el archivo</translation>
    </message>
    <message>
        <source>a letter could not be read</source>
        <translation>no se pudo leer una letra</translation>
    </message>
    <message>
        <source>the file does not say its version</source>
        <translation>el archivo no dice su versión</translation>
    </message>
    <message>
        <source>the file is of another version</source>
        <translation>el archivo es de otra versión</translation>
    </message>
    <message>
        <source>the file ends without its last line; perhaps something is missing</source>
        <translation>el archivo termina sin su última línea; quizás falte algo</translation>
    </message>
    <message>
        <source>a tie is told by one side only; it was kept</source>
        <translation>un vínculo consta de un solo lado; se conservó</translation>
    </message>
    <message>
        <source>a tie is told twice; it was kept once</source>
        <translation>un vínculo consta dos veces; se conservó una</translation>
    </message>
    <message>
        <source>somebody is tied to themselves; that was left out</source>
        <translation>alguien está unido a sí mismo; se dejó fuera</translation>
    </message>
    <message>
        <source>a couple has more than two partners</source>
        <translation>una pareja tiene más de dos personas</translation>
    </message>
    <message>
        <source>a day is written in words</source>
        <translation>un día está escrito con palabras</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Somebody with a substitute address cannot have an actual one written down.</source>
        <translation>Quien tiene una dirección sustituta no puede tener anotada la verdadera.</translation>
    </message>
    <message>
        <source>While a safety review is open, nothing is arranged with that person.</source>
        <translation>Mientras una revisión de seguridad está abierta, no se acuerda nada con esa persona.</translation>
    </message>
    <message>
        <source>Somebody has said something else about it meanwhile, so it stays as it is.</source>
        <translation>Mientras tanto alguien dijo otra cosa sobre esto, así que queda como está.</translation>
    </message>
    <message>
        <source>That is not on this laptop any more. Everything you wrote elsewhere is kept.</source>
        <translation>Eso ya no está en esta computadora. Todo lo que escribió en otra parte está guardado.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing already kept is lost; make room and try again.</source>
        <translation>El disco está lleno. No se pierde nada de lo guardado; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This folder cannot be written to just now. Nothing already kept is lost.</source>
        <translation>Ahora no se puede escribir en esta carpeta. No se pierde nada de lo guardado.</translation>
    </message>
    <message>
        <source>The files of this laptop answer with damage. Settings shows the copies.</source>
        <translation>Los archivos de esta computadora están dañados. En Ajustes están las copias.</translation>
    </message>
    <message>
        <source>That did not work just now. Everything already kept is safe; try again.</source>
        <translation>No funcionó ahora. Todo lo guardado está a salvo; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>That is not a day. Write it like 3/14/2012 or 14 March 2012.</source>
        <translation>Eso no es un día. Escríbalo así: 3/14/2012 o 14 marzo 2012.</translation>
    </message>
    <message>
        <source>That day is still to come. A day of birth lies in the past.</source>
        <translation>Ese día todavía no llega. Un nacimiento está en el pasado.</translation>
    </message>
    <message>
        <source>A child is due within ten months. Please look at the year.</source>
        <translation>Un parto se espera dentro de diez meses. Revise el año.</translation>
    </message>
    <message>
        <source>That day lies before the birth.</source>
        <translation>Ese día es anterior al nacimiento.</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Ese día todavía no llega.</translation>
    </message>
    <message>
        <source>That is more than 120 years ago. Please look at the year.</source>
        <translation>Eso fue hace más de 120 años. Revise el año.</translation>
    </message>
    <message>
        <source>An age is a number of years, like 7 or 43.</source>
        <translation>Una edad es un número de años, como 7 o 43.</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>El final está antes del principio.</translation>
    </message>
    <message>
        <source>That is too long for one line.</source>
        <translation>Es demasiado largo para una línea.</translation>
    </message>
    <message>
        <source>Choose somebody else: a tie needs two people.</source>
        <translation>Elija a otra persona: un lazo necesita dos.</translation>
    </message>
    <message>
        <source>A person needs a name, even if it is only what people call them.</source>
        <translation>Una persona necesita un nombre, aunque sea solo cómo le llaman.</translation>
    </message>
    <message>
        <source>Something is still missing here.</source>
        <translation>Aquí todavía falta algo.</translation>
    </message>
</context>
<context>
    <name>UnderstandPart</name>
    <message>
        <source>The map</source>
        <translation>El mapa</translation>
    </message>
    <message>
        <source>Strengths and needs</source>
        <translation>Fortalezas y necesidades</translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation>Antes y ahora</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>Comprender</translation>
    </message>
    <message>
        <source>The family knows itself best</source>
        <translation>La familia es quien mejor se conoce</translation>
    </message>
    <message>
        <source>Begin with one question: what is working well? Write it down in their words, with who said it. Worries, next steps and their own numbers can follow, a little at each visit.</source>
        <translation>Empiece con una pregunta: ¿qué funciona bien? Escríbalo en sus palabras, con quién lo dijo. Las preocupaciones, los próximos pasos y sus propios números pueden venir después, un poco en cada visita.</translation>
    </message>
    <message>
        <source>What is working well</source>
        <translation>Qué funciona bien</translation>
    </message>
    <message>
        <source>Start a visit</source>
        <translation>Empezar una visita</translation>
    </message>
    <message>
        <source>This cannot be shown just now</source>
        <translation>Esto no se puede mostrar en este momento</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de acceso</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Bloq Mayús está activado</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>I forgot it</source>
        <translation>La olvidé</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Qué bueno verle</translation>
    </message>
    <message>
        <source>Your work is here, locked, exactly as you left it.</source>
        <translation>Su trabajo está aquí, bloqueado, tal como lo dejó.</translation>
    </message>
    <message>
        <source>No internet needed</source>
        <translation>No hace falta internet</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Try again in {0} s</source>
        <translation>Inténtelo en {0} s</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Esa no es la frase de acceso.</translation>
    </message>
    <message>
        <source>That is not the passphrase. Please wait a moment before the next try.</source>
        <translation>Esa no es la frase de acceso. Espere un momento antes del próximo intento.</translation>
    </message>
    <message>
        <source>The key file of this laptop is damaged. Your agency can help with a backup of it.</source>
        <translation>El archivo de llaves de esta computadora está dañado. Su agencia puede ayudar con una copia.</translation>
    </message>
    <message>
        <source>This work was written by a newer Engage. Please update Engage here.</source>
        <translation>Este trabajo lo escribió un Engage más nuevo. Actualice Engage aquí.</translation>
    </message>
    <message>
        <source>The upgrade of the stored work did not succeed and was taken back.</source>
        <translation>La actualización del trabajo guardado no salió bien y se deshizo.</translation>
    </message>
    <message>
        <source>No proved copy could be made, so nothing was upgraded.</source>
        <translation>No se pudo hacer una copia comprobada, así que no se actualizó nada.</translation>
    </message>
    <message>
        <source>The stored work does not fit this Engage. Please install Engage again.</source>
        <translation>El trabajo guardado no encaja con este Engage. Instale Engage otra vez.</translation>
    </message>
    <message>
        <source>Engage is already open with this work. Close the other window first.</source>
        <translation>Engage ya está abierto con este trabajo. Cierre primero la otra ventana.</translation>
    </message>
    <message>
        <source>The folder with your work cannot be written to. Ask for its permissions to be mended.</source>
        <translation>No se puede escribir en la carpeta de su trabajo. Pida que arreglen sus permisos.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>El disco está lleno. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk answers with an error. Make a copy of this laptop soon.</source>
        <translation>El disco responde con un error. Haga pronto una copia de esta computadora.</translation>
    </message>
    <message>
        <source>The work is no longer in its folder. A backup can bring it back.</source>
        <translation>El trabajo ya no está en su carpeta. Una copia puede recuperarlo.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>No funcionó.</translation>
    </message>
    <message>
        <source>A forgotten passphrase</source>
        <translation>Una frase de acceso olvidada</translation>
    </message>
    <message>
        <source>Nobody, not even the makers of Engage, can open this laptop without it.</source>
        <translation>Nadie, ni siquiera quienes hacen Engage, puede abrir esta computadora sin ella.</translation>
    </message>
    <message>
        <source>1.  Look where you keep such things: the card with your five words, your password manager.</source>
        <translation>1.  Busque donde guarda esas cosas: la tarjeta con sus cinco palabras, su gestor de contraseñas.</translation>
    </message>
    <message>
        <source>2.  Everything that was sent is with your agency. Ask your administrator for a new code and join again on this laptop: your families come back.</source>
        <translation>2.  Todo lo que se envió está con su agencia. Pida un código nuevo a su administrador y únase otra vez en esta computadora: sus familias vuelven.</translation>
    </message>
    <message>
        <source>3.  What was never sent stays locked in its folder. Do not delete it: if the words turn up, it opens.</source>
        <translation>3.  Lo que nunca se envió queda cerrado en su carpeta. No la borre: si aparecen las palabras, se abre.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
</context>
<context>
    <name>UnusedCard</name>
    <message>
        <source>Not used yet</source>
        <translation>Sin usar todavía</translation>
    </message>
    <message>
        <source>%1 not used yet</source>
        <translation>Sin usar todavía: %1</translation>
    </message>
    <message>
        <source>Everything you kept is in the note.</source>
        <translation>Todo lo que guardó está en la nota.</translation>
    </message>
    <message>
        <source>Nothing was tapped in this contact.</source>
        <translation>No se tocó nada en este contacto.</translation>
    </message>
    <message>
        <source>In the note: %1</source>
        <translation>En la nota: %1</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>Remove this tie?</source>
        <translation>¿Quitar este vínculo?</translation>
    </message>
    <message>
        <source>Removed; the history keeps it.</source>
        <translation>Quitado; el historial lo conserva.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Laid out again.</source>
        <translation>Ordenado de nuevo.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>All of them</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>only theirs</source>
        <translation>solo en la otra</translation>
    </message>
    <message>
        <source>only mine</source>
        <translation>solo en la mía</translation>
    </message>
    <message>
        <source>These words are kept under Safety</source>
        <translation>Estas palabras se guardan en Seguridad</translation>
    </message>
    <message>
        <source>Look at them only where nobody else can see the screen.</source>
        <translation>Mírelas solo donde nadie más vea la pantalla.</translation>
    </message>
    <message>
        <source>I am alone: show them</source>
        <translation>Nadie más ve: mostrarlas</translation>
    </message>
    <message>
        <source>Your words are kept. Write it again so that it can be taken.</source>
        <translation>Sus palabras están guardadas. Escríbalo de nuevo de modo que se pueda aceptar.</translation>
    </message>
    <message>
        <source>Keep {side}</source>
        <translation>Elegir {side}</translation>
    </message>
    <message>
        <source>As it stands now</source>
        <translation>Como está ahora</translation>
    </message>
    <message>
        <source>Nothing is lost: the version you do not choose stays, and you can undo this for ever.</source>
        <translation>Nada se pierde: la versión que no elija se conserva, y siempre puede deshacer esto.</translation>
    </message>
    <message>
        <source>Open the note</source>
        <translation>Abrir la nota</translation>
    </message>
    <message>
        <source>Keep both, one after the other</source>
        <translation>Dejar las dos, una tras otra</translation>
    </message>
    <message>
        <source>Combine them</source>
        <translation>Combinarlas</translation>
    </message>
    <message>
        <source>Add as an addendum</source>
        <translation>Poner como añadido</translation>
    </message>
    <message>
        <source>It reads well</source>
        <translation>Se lee bien</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ya lo leí</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>{who} decided: {what}</source>
        <translation>{who} decidió: {what}</translation>
    </message>
    <message>
        <source>Not with the agency yet</source>
        <translation>Todavía no está con la agencia</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Not a visit?</source>
        <translation>¿No es una visita?</translation>
    </message>
    <message>
        <source>Every tap is kept on this laptop as you make it</source>
        <translation>Cada toque se guarda en esta computadora al hacerlo</translation>
    </message>
    <message>
        <source>keep what was said, a promise, a strength, a worry</source>
        <translation>guardar lo dicho, una promesa, una fortaleza, una preocupación</translation>
    </message>
    <message>
        <source>Space on a name</source>
        <translation>Espacio sobre un nombre</translation>
    </message>
    <message>
        <source>here; again takes it back</source>
        <translation>está; otra vez lo deshace</translation>
    </message>
    <message>
        <source>L on a name</source>
        <translation>L sobre un nombre</translation>
    </message>
    <message>
        <source>left; again takes it back</source>
        <translation>se fue; otra vez lo deshace</translation>
    </message>
    <message>
        <source>somebody else is here</source>
        <translation>hay alguien más</translation>
    </message>
    <message>
        <source>a photo or scan, an ink page, what is in the clipboard</source>
        <translation>una foto o escaneo, una página a mano, lo que hay en el portapapeles</translation>
    </message>
    <message>
        <source>take the newest mark back</source>
        <translation>deshacer la última marca</translation>
    </message>
    <message>
        <source>Delete on a line</source>
        <translation>Suprimir sobre una línea</translation>
    </message>
    <message>
        <source>take that mark back</source>
        <translation>deshacer esa marca</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>salir</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>La visita</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde las %1</translation>
    </message>
    <message>
        <source>This visit is not on this laptop any more</source>
        <translation>Esta visita ya no está en esta computadora</translation>
    </message>
    <message>
        <source>Every tap is kept on this laptop as you make it · %1</source>
        <translation>Cada toque se guarda en esta computadora al hacerlo · %1</translation>
    </message>
    <message>
        <source>This note is final; later thoughts go in an addendum.</source>
        <translation>Esta nota es final; lo que venga después va en un añadido.</translation>
    </message>
    <message>
        <source>That tap could not be kept. Everything before it is safe; please try again.</source>
        <translation>Ese toque no se pudo guardar. Todo lo anterior está a salvo; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Ponerlo otra vez</translation>
    </message>
</context>
<context>
    <name>VisitPapers</name>
    <message>
        <source>Add a photo or a scan</source>
        <translation>Añadir una foto o un escaneo</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Kept with this visit.</source>
        <translation>Guardado con esta visita.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
</context>
<context>
    <name>WhenPicker</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>That is before it began.</source>
        <translation>Eso es antes de que empezara.</translation>
    </message>
</context>
<context>
    <name>WhereAnswer</name>
    <message>
        <source>Who was there, and where?</source>
        <translation>¿Quién estuvo, y dónde?</translation>
    </message>
    <message>
        <source>What you tapped is here already; put right what is not.</source>
        <translation>Lo que tocó ya está aquí; corrija lo que no sea así.</translation>
    </message>
    <message>
        <source>Grown people</source>
        <translation>Adultos</translation>
    </message>
</context>
<context>
    <name>WhoForm</name>
    <message>
        <source>Who they are</source>
        <translation>Quién es</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>What they like to be called</source>
        <translation>Cómo le gusta que le llamen</translation>
    </message>
    <message>
        <source>Day of birth</source>
        <translation>Día de nacimiento</translation>
    </message>
    <message>
        <source>Or about how old</source>
        <translation>O la edad aproximada</translation>
    </message>
    <message>
        <source>When nobody knows the day, years are enough</source>
        <translation>Si nadie sabe el día, bastan los años</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Gender, in their words</source>
        <translation>Género, en sus palabras</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>All people</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>Quién es quién</translation>
    </message>
</context>
<context>
    <name>WhoPicker</name>
    <message>
        <source>Nobody chosen yet</source>
        <translation>Aún no se eligió a nadie</translation>
    </message>
</context>
<context>
    <name>WhoSheet</name>
    <message>
        <source>Not here</source>
        <translation>No está</translation>
    </message>
    <message>
        <source>A name, or who they are</source>
        <translation>Un nombre, o quién es</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Who is {name}?</source>
        <translation>¿Quién es {name}?</translation>
    </message>
    <message>
        <source>What is to become of them</source>
        <translation>Qué hacer con esta persona</translation>
    </message>
    <message>
        <source>A new person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>Somebody known</source>
        <translation>Ya conocida</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Dejar fuera</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Quién es</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Nothing that is already written about them changes; only ties are added.</source>
        <translation>Lo ya escrito sobre esta persona no cambia; solo se añaden vínculos.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Everything here can be done without a mouse.</source>
        <translation>Aquí todo se puede hacer sin el ratón.</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>buscar cualquier cosa</translation>
    </message>
    <message>
        <source>back</source>
        <translation>atrás</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Izquierda</translation>
    </message>
    <message>
        <source>Today, Families, Toolkits, Sync</source>
        <translation>Hoy, Familias, Guía, Sincronización</translation>
    </message>
    <message>
        <source>hide everything</source>
        <translation>ocultar todo</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>bloquear</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>estas teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Begin with something they said</source>
        <translation>Empiece con algo que dijeron</translation>
    </message>
    <message>
        <source>Make it a goal</source>
        <translation>Hacerlo una meta</translation>
    </message>
</context>
<context>
    <name>WordedCard</name>
    <message>
        <source>Change the words (F2)</source>
        <translation>Cambiar las palabras (F2)</translation>
    </message>
</context>
<context>
    <name>WordsFlow</name>
    <message>
        <source>Only here: {words}</source>
        <translation>Solo aquí: {words}</translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message>
        <source>Nothing written down in their own words yet. During a visit, one tap on “said” keeps it.</source>
        <translation>Todavía no hay nada anotado en sus propias palabras. Durante una visita, basta tocar «dijo».</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>De quién son las palabras</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show {n} more</source>
        <translation>Mostrar {n} más</translation>
    </message>
    <message>
        <source>Taken, with who said it and when.</source>
        <translation>Añadido, con quién lo dijo y cuándo.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>WordsSheet</name>
    <message>
        <source>Their words</source>
        <translation>Sus palabras</translation>
    </message>
    <message>
        <source>In a sentence</source>
        <translation>En una frase</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Deshacerlo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>WorryCard</name>
    <message>
        <source>What we worry about today</source>
        <translation>Lo que nos preocupa hoy</translation>
    </message>
    <message>
        <source>What could happen, to whom, and what makes today different. Plain words.</source>
        <translation>Qué podría pasar, a quién, y qué hace diferente el día de hoy. Palabras sencillas.</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>No se anotó nada.</translation>
    </message>
</context>
<context>
    <name>YearsPage</name>
    <message>
        <source>Show the years as</source>
        <translation>Mostrar los años como</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>Read as list</source>
        <translation>Leer como lista</translation>
    </message>
    <message>
        <source>Add to the years</source>
        <translation>Añadir a los años</translation>
    </message>
    <message>
        <source>Draw the years wider</source>
        <translation>Dibujar los años más anchos</translation>
    </message>
    <message>
        <source>Draw the years narrower</source>
        <translation>Dibujar los años más estrechos</translation>
    </message>
    <message>
        <source>The years</source>
        <translation>Los años</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>the moment before or after</source>
        <translation>el momento anterior o siguiente</translation>
    </message>
    <message>
        <source>No day yet</source>
        <translation>Aún sin fecha</translation>
    </message>
    <message>
        <source>Where has the child been, and with whom?</source>
        <translation>¿Dónde ha estado, y con quién?</translation>
    </message>
    <message>
        <source>Begin with the first home anybody remembers. “Summer 2021” is day enough.</source>
        <translation>Empiece por el primer hogar que alguien recuerde. «Verano de 2021» basta como fecha.</translation>
    </message>
    <message>
        <source>Add the first home</source>
        <translation>Añadir el primer hogar</translation>
    </message>
    <message>
        <source>Places and people in {name}’s life</source>
        <translation>Lugares y personas en la vida de {name}</translation>
    </message>
    <message>
        <source>Added to the years.</source>
        <translation>Añadido a los años.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Written down as kin.</source>
        <translation>Anotado como pariente.</translation>
    </message>
    <message>
        <source>These years cannot be shown just now</source>
        <translation>Estos años no se pueden mostrar ahora</translation>
    </message>
</context>
</TS>
